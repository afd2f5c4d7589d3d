package io.familiarface.feedback.retention;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RetentionTest {
  private static final String EXPERIMENT = "/v1/retention/experiment";

  @Inject Company company;
  @Inject StoredRows database;

  private UUID seed;

  @BeforeEach
  void a_company_starts() {
    company.startsAnew();
  }

  @AfterEach
  void nobody_is_held_back() {
    set("0").statusCode(200);
    SettableClock.reset();
  }

  @Test
  void half_of_the_calls_are_held_back_and_marked_but_no_open_case_is() {
    set("0.5").statusCode(200).body("holdOut", equalTo(0.5f));
    List<CustomerStory> people = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      people.add(company.flagged("Person" + i));
    }
    List<CustomerStory> inTrouble = people.subList(0, 3);
    inTrouble.forEach(RetentionTest::complains);
    for (int i = 0; i < 8; i++) {
      company.plansItsCalls();
    }

    int held = Company.calls("state=HELD_BACK&limit=500").getList("items").size();
    assertThat(held).isBetween(1, 15);
    assertThat(Company.calls("state=OPEN&kind=CONCERN&limit=500").getList("items"))
        .as("whoever is held back takes no call from another")
        .hasSize(Math.min(15, 18 - held));
    for (CustomerStory person : inTrouble) {
      assertThat(Company.callsOf(person).getList("items.state", String.class))
          .doesNotContain("HELD_BACK");
    }
    effect().body("customers.waiting", greaterThan(0)).body("customers.called", equalTo(0));
  }

  @Test
  void whoever_was_held_back_is_called_when_the_experiment_and_their_time_are_over() {
    set("0.5").statusCode(200);
    CustomerStory held = heldBack();
    set("0").statusCode(200);
    company.plansItsCalls();
    assertThat(Company.callsOf(held).getList("items.state")).containsExactly("HELD_BACK");
    SettableClock.putForward(Duration.ofDays(91));
    company.plansItsCalls();
    assertThat(Company.callsOf(held).getList("items.state"))
        .containsExactlyInAnyOrder("HELD_BACK", "OPEN");
  }

  @Test
  void whom_another_experiment_watches_is_called_and_drawn_by_none() {
    set("0.5").statusCode(200);
    CustomerStory held = heldBack();
    set("0.4").statusCode(200);
    database.change("update follow_up set flag_id = null, cause = 'once/' || id, kind = 'UNHAPPY'");
    company.plansItsCalls();
    assertThat(Company.callsOf(held).getList("items.findAll { it.kind == 'CONCERN' }.state"))
        .containsExactly("OPEN");
    assertThat(
            database.number(
                "select count(*) from follow_up where experiment is not null and flag_id is not null"))
        .isZero();
  }

  private CustomerStory heldBack() {
    for (int i = 0; i < Draw.BLOCK; i++) {
      CustomerStory person = company.flagged("Held" + i);
      company.plansItsCalls();
      if (Company.callsOf(person).getList("items.state").contains("HELD_BACK")) {
        return person;
      }
    }
    throw new AssertionError("of twenty ten are held back");
  }

  @Test
  void a_place_that_was_drawn_stays_taken_when_its_customer_is_erased_or_merged() {
    set("0.5").statusCode(200);
    seedOfWhichPlacesThreeAndFourAreNotDrawnAsTwo();
    List<CustomerStory> first = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      first.add(company.flagged("First" + i));
    }
    company.plansItsCalls();
    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", first.get(0).id, Instant.now())));
    isDrawnAt(3, company.flagged("Second"));
    FeedDelivery.live(List.of(merged(first.get(1), first.get(2))));
    isDrawnAt(4, company.flagged("Third"));
  }

  /** A place that is given twice would be drawn as the one of before. */
  private void seedOfWhichPlacesThreeAndFourAreNotDrawnAsTwo() {
    UUID seed =
        Stream.generate(UUID::randomUUID)
            .filter(
                any ->
                    Stream.of(Stratum.values())
                        .allMatch(
                            stratum ->
                                held(any, stratum, 2) != held(any, stratum, 3)
                                    && held(any, stratum, 2) != held(any, stratum, 4)))
            .findFirst()
            .orElseThrow();
    database.change("update retention_experiment set seed = ? where ended_at is null", seed);
    this.seed = seed;
  }

  private static boolean held(UUID seed, Stratum stratum, long place) {
    return Draw.holdsBack(seed, stratum, place, 0.5);
  }

  private void isDrawnAt(int place, CustomerStory person) {
    company.plansItsCalls();
    Stratum stratum = Stratum.of(Company.callsOf(person).getDouble("items[0].probability"));
    assertThat(Company.callsOf(person).getString("items[0].state"))
        .isEqualTo(held(seed, stratum, place) ? "HELD_BACK" : "OPEN");
  }

  private static NeighbourEvent merged(CustomerStory from, CustomerStory into) {
    return NeighbourEvent.of(
        "customers",
        "customer.merged",
        from.id,
        Instant.now(),
        object(
            "from", from.id, "externalId", from.externalId, "into", into.id, "at", Instant.now()));
  }

  @Test
  void what_calling_changed_is_not_known_until_enough_have_been_seen_to_the_end() {
    effect()
        .body("verdict", equalTo("NOT_KNOWN_YET"))
        .body("cancellations.difference", nullValue());
    hadAnExperiment();
    effect()
        .body("verdict", equalTo("CALLING_KEEPS"))
        .body("customers.called", equalTo(200))
        .body("customers.heldBack", equalTo(100))
        .body("customers.waiting", equalTo(0))
        .body("cancellations.called", equalTo(0.1f))
        .body("cancellations.heldBack", equalTo(0.4f))
        .body("cancellations.difference", equalTo(-0.3f))
        .body("satisfaction.called", equalTo(3.96f))
        .body("satisfaction.heldBack", equalTo(2.0f))
        .body("answers.called", equalTo(0.25f))
        .body("customers.needed", nullValue())
        .body("words", containsString("30.0 percentage points fewer"));
    wereDrawnAgainTheOtherWayRound(2, 7);
    effect()
        .body("customers.called", equalTo(200))
        .body("customers.heldBack", equalTo(100))
        .body("cancellations.difference", equalTo(-0.3f));
    wereDrawnAgainTheOtherWayRound(3, 100);
    effect().body("customers.called", equalTo(300)).body("customers.heldBack", equalTo(300));
  }

  /** In another experiment, so many days after the first. */
  private void wereDrawnAgainTheOtherWayRound(int experiment, int later) {
    database.change(
        """
        insert into follow_up (id, cause, customer_id, kind, state, opened_at, due_on,
          expected_loss, visits_at_stake, priority, closed_at, experiment, stratum, version)
        select gen_random_uuid(), 'again/' || %1$d || id, customer_id, 'UNHAPPY',
          case state when 'DONE' then 'HELD_BACK' else 'DONE' end, opened_at + interval '%2$d days',
          due_on, 1, 1, 1, closed_at, %1$d, stratum, 1
        from follow_up where experiment = 1
        """
            .formatted(experiment, later));
  }

  @Test
  void once_it_is_known_that_calling_helps_calls_go_by_what_they_are_expected_to_keep() {
    CustomerStory before = company.flagged("Before", "89.00");
    company.plansItsCalls();
    assertThat(Company.callsOf(before).getString("items[0].orderedBy")).isEqualTo("RISK");
    assertThat(Company.callsOf(before).<Object>get("items[0].expectedToKeep")).isNull();
    hadAnExperiment();
    SettableClock.putForward(Duration.ofMinutes(11));
    CustomerStory after = company.flagged("After", "89.00");
    company.plansItsCalls();
    effect()
        .body("ordering.by", equalTo("EFFECT"))
        .body("ordering.gains.risk", contains("BELOW_20_PERCENT", "BELOW_40_PERCENT", "ABOVE"))
        .body("ordering.gains.gain", contains(0.3f, 0.3f, 0.3f));
    for (CustomerStory one : List.of(before, after)) {
      JsonPath call = Company.callsOf(one);
      assertThat(call.getString("items[0].orderedBy")).isEqualTo("EFFECT");
      double year =
          call.getDouble("items[0].expectedLoss.amount") / call.getDouble("items[0].probability");
      assertThat(call.getDouble("items[0].expectedToKeep.amount"))
          .isCloseTo(0.3 * year, within(0.01 * year));
    }
  }

  /** 300 customers, half a year ago; every third was held back. */
  private void hadAnExperiment() {
    String people =
        """
        from (select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id,
                     n % 3 = 0 as held, now() - interval '200 days' as at
              from generate_series(1, 300) n) p
        """;
    database.change(
        """
        insert into flag (id, customer_id, state, raised_at, recorded_at, probability, reasons,
          reason_codes, model_version, version)
        select id, id, 'KEPT', at, at, 0.3, '[]', '{}', 'prior-1', 1
        """
            + people);
    database.change(
        """
        insert into follow_up (id, flag_id, customer_id, kind, state, opened_at, due_on,
          expected_loss, visits_at_stake, priority, closed_at, experiment, stratum, version)
        select id, id, id, 'CONCERN', case when held then 'HELD_BACK' else 'DONE' end, at,
          current_date, 1, 1, 1, at, 1, 'BELOW_40_PERCENT', 1
        """
            + people);
    database.change(
        """
        insert into signal (customer_id, key, source, revision, kind, at, data)
        select id, 'agreement/' || id || '/cancel', 'JOBS', 1, 'AGREEMENT_CANCELLED',
          at + interval '10 days', '{}'
        """
            + people
            + " where case when held then n <= 120 else n <= 30 end");
    database.change(
        """
        insert into feedback (id, customer_id, at, kind, csat, recorded_by, recorded_at, version)
        select gen_random_uuid(), id, at + interval '20 days', 'SURVEY',
          case when held then 1 + n / 3 % 3 else 3 + (n / 3) % 3 end, 'test', now(), 1
        """
            + people
            + " where case when held then n <= 90 else n <= 75 end");
  }

  @Test
  void a_part_that_is_none_is_refused_and_nothing_is_overwritten_unseen() {
    set("0.6").statusCode(400);
    set("-0.1").statusCode(400);
    set("null").statusCode(400);
    Api.json("manager", "{\"holdOut\":0.1}").put(EXPERIMENT).then().statusCode(428);
    String tag = Api.etag(EXPERIMENT);
    set("0.2").statusCode(200);
    Api.json("manager", "{\"holdOut\":0.3}")
        .header("If-Match", tag)
        .put(EXPERIMENT)
        .then()
        .statusCode(412);
    Api.as("manager").get(EXPERIMENT).then().statusCode(200).body("holdOut", equalTo(0.2f));
  }

  private static void complains(CustomerStory person) {
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"No.\"}".formatted(person.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse set(String holdOut) {
    return Api.json("manager", "{\"holdOut\":%s}".formatted(holdOut))
        .header("If-Match", Api.etag(EXPERIMENT))
        .put(EXPERIMENT)
        .then();
  }

  private static ValidatableResponse effect() {
    return Api.as("manager").get("/v1/retention/effect").then().statusCode(200);
  }
}
