package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.Neighbours;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RiskTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private long revision;

  @ConfigProperty(name = "familiar.url.customers")
  String neighbour;

  @Test
  void it_is_answered_as_the_design_says() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(dorothy.events());
    Api.get("/v1/customers/ext:" + dorothy.externalId + "/risk")
        .statusCode(200)
        .body("customerId", equalTo(dorothy.id.toString()))
        .body("horizonDays", equalTo(90))
        .body("band", equalTo("HIGH"))
        .body("continuity.visits", equalTo(10))
        .body("continuity.usualProvider", equalTo(0.6f))
        .body("continuity.bb", equalTo(0.3556f))
        .body("continuity.sequential", equalTo(0.5556f))
        .body("continuity.mmci", equalTo(0.6703f))
        .body("continuity.entropy", equalTo(1.571f))
        .body("continuityWindow", hasKey("visits"))
        .body("reasons[0]", hasKey("weight"))
        .body("reasons[0].evidence[0]", hasKey("type"))
        .body("advice.action", hasItem("CALL_NOW"))
        .body("service.missed", equalTo(0))
        .body("model.version", equalTo("prior-1"))
        .body("model.trainedOn", nullValue());
  }

  @Test
  void of_a_customer_to_whom_nothing_has_happened_it_is_what_is_generally_to_be_expected() {
    CustomerStory early = CustomerStory.signs("Early", 3, Stories.ALAN);
    FeedDelivery.load(early.events().subList(0, 1));
    Api.get("/v1/customers/" + early.id + "/risk")
        .statusCode(200)
        .body("standing", equalTo("PROSPECT"))
        .body("flagged", equalTo(false))
        .body("continuity.usualProvider", nullValue());
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    Api.get("/v1/customers/" + dorothy.id + "/risk?asOf=2001-01-01T00:00:00Z")
        .statusCode(200)
        .body("standing", equalTo("PROSPECT"))
        .body("continuity.visits", equalTo(0));
  }

  @Test
  void a_customer_who_was_just_created_is_asked_for() {
    UUID id = UUID.randomUUID();
    String key = "NEW-" + id;
    String body =
        "{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"N\",\"createdAt\":\"2026-01-01T00:00:00Z\"}"
            .formatted(id, key);
    Api.as("admin")
        .body("{\"items\":[" + body + "],\"nextCursor\":null}")
        .put(neighbour + "/v1/customers?externalId=" + key);
    Api.get("/v1/customers/ext:" + key + "/risk")
        .statusCode(200)
        .body("customerId", equalTo(id.toString()));
  }

  @Test
  void of_a_customer_whom_nobody_knows_it_is_not_found() {
    for (String name : List.of(UUID.randomUUID().toString(), "ext:NOBODY", "nonsense")) {
      Api.get("/v1/customers/" + name + "/risk")
          .statusCode(404)
          .contentType("application/problem+json");
      Api.get("/v1/customers/" + name + "/risk/history").statusCode(404);
    }
  }

  @Test
  void when_who_must_be_asked_is_away_it_says_so() {
    Api.get("/v1/customers/ext:" + Neighbours.AWAY + "/risk")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", endsWith("neighbour-away"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "horizonDays=0",
        "horizonDays=731",
        "horizonDays=5000",
        "horizonDays=-1",
        "horizonDays=soon",
        "asOf=yesterday",
        "asOf=2999-01-01T00:00:00Z",
        "asOf=2999-01-01",
        "asOf=-1000000000-01-01T00:00:00Z",
        "horizon=90"
      })
  void a_question_that_makes_no_sense_is_refused(String question) {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    Api.get("/v1/customers/" + grace.id + "/risk?" + question)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void a_past_day_is_the_start_of_that_day_where_the_company_is() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    LocalDate day = grace.at(3).atZone(ZONE).toLocalDate();
    Api.get("/v1/customers/" + grace.id + "/risk?asOf=" + day)
        .statusCode(200)
        .body("asOf", equalTo(day.atStartOfDay(ZONE).toInstant().toString()))
        .body("continuity.visits", equalTo(2));
  }

  @Test
  void the_further_one_looks_ahead_the_likelier_she_leaves() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    double before = 0;
    for (int days : new int[] {1, 30, 90, 365, 730}) {
      JsonPath risk =
          Api.get("/v1/customers/" + dorothy.id + "/risk?horizonDays=" + days)
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(risk.getInt("horizonDays")).isEqualTo(days);
      assertThat(risk.getDouble("probability")).isGreaterThan(before);
      assertThat(risk.getBoolean("flagged")).isTrue();
      before = risk.getDouble("probability");
    }
  }

  @Test
  void her_history_is_a_point_for_each_thing_that_happened_page_by_page() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(dorothy.events());
    String path = "/v1/customers/" + dorothy.id + "/risk/history";
    List<Object> whole = Api.get(path + "?limit=500").extract().jsonPath().getList("items");
    List<Object> pages = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = Api.get(path + "?limit=3" + cursor).statusCode(200).extract().jsonPath();
      pages.addAll(page.getList("items"));
      cursor =
          page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(pages).isEqualTo(whole).hasSizeGreaterThan(12);
    Api.get(path + "?limit=500")
        .body("items.cause.text", hasItem("Carlos came on " + day(dorothy.at(6)) + "."))
        .body("items[0].cause.kind", equalTo("AGREEMENT_STARTED"));
  }

  @Test
  void the_model_in_use_is_the_documented_prior() {
    Api.as("manager")
        .get("/v1/risk/model")
        .then()
        .statusCode(200)
        .body("version", equalTo("prior-1"))
        .body("kind", equalTo("PRIOR"))
        .body("trainedAt", nullValue());
  }

  @Test
  void a_planned_change_is_answered_with_what_would_keep_her() {
    CustomerStory dorothy = Stories.dorothyAfter(9);
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.live(dorothy.events());
    Instant at = Instant.now().plus(Duration.ofDays(4));
    FeedDelivery.live(List.of(planned(dorothy, at, Stories.DAVE, "ABSENT")));
    Api.get("/v1/customers/" + dorothy.id + "/risk")
        .statusCode(200)
        .body("advice.action", hasItem("MOVE_VISIT_TO_USUAL_TECHNICIAN"))
        .body("advice.action", hasItem("TELL_BEFOREHAND"))
        .body("advice.action", hasItem("TELL_AND_INTRODUCE_BEFOREHAND"))
        .body("advice[0].technicianId", equalTo(Stories.BEN.id().toString()))
        .body("advice.at.unique()", hasSize(1))
        .body("advice.probabilityAsPlanned.unique()", hasSize(1))
        .body("advice.findAll { it.probabilityAfter >= it.probabilityAsPlanned }.action", empty());
  }

  @Test
  void a_visit_of_today_is_to_come_until_it_is_told_how_it_went() {
    CustomerStory dorothy = Stories.dorothyAfter(9);
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.live(dorothy.events());
    Instant midnight = LocalDate.now(ZONE).atStartOfDay(ZONE).toInstant();
    FeedDelivery.live(List.of(planned(dorothy, midnight, Stories.DAVE, "ABSENT")));
    Api.get("/v1/customers/" + dorothy.id + "/risk")
        .statusCode(200)
        .body("advice.action", hasItem("TELL_BEFOREHAND"));
    FeedDelivery.live(List.of(planned(dorothy, midnight.minusSeconds(1), Stories.DAVE, "ABSENT")));
    Api.get("/v1/customers/" + dorothy.id + "/risk")
        .statusCode(200)
        .body("advice.action", not(hasItem("TELL_BEFOREHAND")));
  }

  @Test
  void her_technician_who_is_away_on_the_day_is_not_offered_for_it() {
    Technician fred = Technician.named("Fred");
    CustomerStory customer =
        CustomerStory.signs("Fay", 4, fred).isPromised(fred).isVisited().isVisited();
    Instant at = Instant.now().plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.SECONDS);
    LocalDate day = at.atZone(ZONE).toLocalDate();
    FeedDelivery.load(List.of(away(fred, day.minusDays(2), day.plusDays(3))));
    FeedDelivery.live(customer.events());
    for (Technician planned : new Technician[] {fred, null}) {
      FeedDelivery.live(List.of(planned(customer, at, planned, null)));
      Api.get("/v1/customers/" + customer.id + "/risk")
          .statusCode(200)
          .body("advice.action", not(hasItem("KEEP_THE_TECHNICIAN")))
          .body("advice[0].action", equalTo("MOVE_VISIT_TO_USUAL_TECHNICIAN"))
          .body(
              "advice[0].text",
              equalTo(
                  "Move the visit of %s to %s, when Fred is back."
                      .formatted(day(at), day(at.plus(Duration.ofDays(4))))))
          .body("advice[0].visitAt", equalTo(at.plus(Duration.ofDays(4)).toString()));
    }
  }

  @Test
  void with_nothing_planned_he_must_be_there_on_the_day_on_which_she_is_due() {
    Technician gus = Technician.named("Gus");
    CustomerStory customer =
        CustomerStory.signs("Gwen", 2, gus).isPromised(gus).isVisited().isVisited();
    LocalDate due = customer.at(2).plus(Duration.ofDays(30)).atZone(ZONE).toLocalDate();
    FeedDelivery.load(List.of(away(gus, due.minusDays(3), due.plusDays(3))));
    FeedDelivery.live(customer.events());
    Api.get("/v1/customers/" + customer.id + "/risk")
        .statusCode(200)
        .body("advice.action", not(hasItem("KEEP_THE_TECHNICIAN")))
        .body("advice[0].action", equalTo("MOVE_VISIT_TO_USUAL_TECHNICIAN"));
  }

  private static NeighbourEvent away(Technician technician, LocalDate from, LocalDate until) {
    return NeighbourEvent.of(
        "technicians",
        "technician",
        technician.id(),
        Instant.now(),
        NeighbourEvent.object(
            "id",
            technician.id(),
            "name",
            technician.name(),
            "absences",
            List.of(Map.of("from", from.toString(), "until", until.toString())),
            "revision",
            1));
  }

  private NeighbourEvent planned(
      CustomerStory customer, Instant at, Technician technician, String reason) {
    return NeighbourEvent.of(
        "jobs",
        "visit.planned",
        customer.id,
        at,
        NeighbourEvent.object(
            "visitId",
            UUID.nameUUIDFromBytes(customer.id.toString().getBytes(StandardCharsets.UTF_8)),
            "agreementId",
            customer.agreement,
            "customerId",
            customer.id,
            "scheduledAt",
            at,
            "technicianId",
            technician == null ? null : technician.id(),
            "changeReason",
            reason,
            "permanence",
            reason == null ? null : "THIS_VISIT",
            "revision",
            ++revision));
  }

  private static String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(at.atZone(ZONE));
  }
}
