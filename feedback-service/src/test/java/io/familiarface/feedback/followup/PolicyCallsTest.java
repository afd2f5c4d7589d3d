package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calls that the policy asks for. */
@ServiceTest
class PolicyCallsTest extends CallsOfGrace {
  @Test
  void a_first_visit_is_asked_about_and_a_referral_only_if_all_is_well() {
    CustomerStory newcomer = CustomerStory.signs("Newcomer", 0, Stories.ALAN).isVisited();
    FeedDelivery.live(newcomer.newEvents());
    SettableClock.putForward(Duration.ofDays(20).plusHours(3));
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(newcomer)).containsExactly("AFTER_VISIT");
    JsonPath call = Company.callsOf(newcomer);
    assertThat(call.getString("items[0].reasons[0].text")).startsWith("Their first visit was on");
    assertThat(call.getString("items[0].visitId")).isEqualTo(newcomer.visit(1).toString());
    assertThat(call.getBoolean("items[0].mayAskForReferral")).as("no word yet").isFalse();

    says(newcomer, "\"csat\":5");
    call = Company.callsOf(newcomer);
    assertThat(call.getBoolean("items[0].mayAskForReferral")).isTrue();
    assertThat(call.getList("items[0].questions", String.class)).contains(REFERRAL);

    complains(newcomer, "\"owner\":\"Pat\"");
    call = Company.callsOf(newcomer);
    assertThat(call.getBoolean("items[0].mayAskForReferral")).as("something is open").isFalse();
    assertThat(call.getList("items[0].questions", String.class)).doesNotContain(REFERRAL);
  }

  @Test
  void whom_the_company_has_let_go_it_does_not_ring_up_out_of_courtesy() {
    CustomerStory newcomer = CustomerStory.signs("Newcomer", 0, Stories.ALAN).isVisited();
    FeedDelivery.live(newcomer.newEvents());
    SettableClock.putForward(Duration.ofDays(20).plusHours(3));
    FeedDelivery.live(List.of(Stories.isLetGo(newcomer, true)));
    company.plansItsCalls();
    assertThat(kinds(newcomer)).isEmpty();
    SettableClock.putForward(Duration.ofMinutes(1));
    FeedDelivery.live(List.of(Stories.isLetGo(newcomer, false)));
    company.plansItsCalls();
    assertThat(kinds(newcomer)).containsExactly("AFTER_VISIT");
  }

  @Test
  void nobody_is_asked_for_a_referral_whose_last_word_was_bad_however_it_was_said() {
    CustomerStory newcomer = CustomerStory.signs("Newcomer", 0, Stories.ALAN).isVisited();
    FeedDelivery.live(newcomer.newEvents());
    says(newcomer, "\"csat\":5");
    String complaint = complains(newcomer, "\"owner\":\"Pat\"");
    deliver(complaint);
    SettableClock.putForward(Duration.ofDays(20).plusHours(3));
    step(complaint, "check-ins", "{\"mood\":\"ANGRY\",\"trust\":1}");
    company.plansItsCalls();
    step(
        complaint,
        "closure",
        "{\"by\":\"CUSTOMER\",\"satisfied\":false,\"words\":\"It will not be good.\"}");
    assertThat(mayBeAskedForReferral(newcomer)).as("lost").isFalse();
    says(newcomer, "\"csat\":5");
    assertThat(mayBeAskedForReferral(newcomer)).as("a good word since").isTrue();
    says(newcomer, "\"csat\":4,\"kind\":\"CONCERN\"");
    assertThat(mayBeAskedForReferral(newcomer)).as("a concern").isFalse();
    company.plansItsCalls();
    says(newcomer, "\"nps\":9");
    assertThat(mayBeAskedForReferral(newcomer)).as("a call about it is open").isFalse();
    outcome(unhappy(newcomer), "{\"outcome\":\"NO_ANSWER\"}");
    String call = unhappy(newcomer);
    outcome(call, "{\"outcome\":\"REACHED\",\"cause\":\"TECHNICIAN\"}");
    assertThat(mayBeAskedForReferral(newcomer)).as("what is wrong, by telephone").isFalse();
    says(newcomer, "\"csat\":5");
    assertThat(mayBeAskedForReferral(newcomer)).as("and it is good again").isTrue();
    says(newcomer, "\"csat\":5,\"nps\":0");
    assertThat(mayBeAskedForReferral(newcomer)).as("would not recommend us").isFalse();
    says(newcomer, "\"csat\":5");
    says(newcomer, "\"csat\":5,\"effort\":7");
    assertThat(mayBeAskedForReferral(newcomer)).as("it was hard").isFalse();
    says(newcomer, "\"csat\":5");
    assertThat(mayBeAskedForReferral(newcomer)).as("and was not").isTrue();
    FeedDelivery.live(List.of(Stories.speaks(newcomer, "ANGRY")));
    assertThat(mayBeAskedForReferral(newcomer)).as("angry since").isFalse();
  }

  private static String unhappy(CustomerStory person) {
    return Company.calls("state=OPEN&kind=UNHAPPY&customerId=" + person.id)
        .getString("items[0].id");
  }

  private static boolean mayBeAskedForReferral(CustomerStory person) {
    return Company.calls("state=OPEN&kind=AFTER_VISIT&customerId=" + person.id)
        .getBoolean("items[0].mayAskForReferral");
  }

  @Test
  void a_month_after_the_end_of_a_project_the_customer_is_asked_how_it_has_held_up() {
    Instant now = Instant.now();
    ProjectsTold.ended(grace.id, "Drying", now.minus(Duration.ofDays(30)).minusSeconds(3600));
    CustomerStory other = CustomerStory.signs("Other", 1, Stories.ALAN);
    FeedDelivery.load(other.newEvents());
    ProjectsTold.ended(other.id, "Drying", now.minus(Duration.ofDays(40)));
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("AFTER_PROJECT");
    assertThat(kinds(other)).isEmpty();
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].reasons[0].text"))
        .startsWith("Their project ended on ")
        .endsWith(", 30 days ago.");
    assertThat(call.getList("items[0].questions", String.class))
        .contains("Is there anything that we should come back and put right?");
  }

  @Test
  void a_project_that_takes_longer_asks_for_its_calls_later() {
    UUID project = UUID.randomUUID();
    Instant over = Instant.now().minus(Duration.ofDays(30)).minusSeconds(3600);
    Instant later = Instant.now().minus(Duration.ofDays(3));
    FeedDelivery.live(List.of(ProjectsTold.planned(project, grace.id, "Drying", later, 2)));
    FeedDelivery.live(List.of(ProjectsTold.planned(project, grace.id, "Drying", over, 1)));
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
  }

  @Test
  void a_history_that_comes_in_asks_for_no_call() {
    CustomerStory old = CustomerStory.signs("Old", 1, Stories.ALAN).isVisited();
    FeedDelivery.load(old.newEvents());
    company.plansItsCalls();
    assertThat(kinds(old)).isEmpty();
  }

  @Test
  void whoever_does_not_know_of_somebody_new_is_called_before_and_not_after() {
    company.plansInstead(grace, Stories.CARLOS, Duration.ofDays(2));
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("NEW_TECHNICIAN");
    assertThat(Company.callsOf(grace).getString("items[0].reasons[0].text"))
        .startsWith("Carlos comes on ");
    SettableClock.putForward(Duration.ofDays(3));
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
  }

  @Test
  void a_visit_of_today_is_ahead_until_it_is_told_how_it_went_or_the_day_is_over() {
    UUID visit = UUID.randomUUID();
    Instant midnight =
        ZonedDateTime.now(ZoneId.of("America/New_York"))
            .toLocalDate()
            .atStartOfDay(ZoneId.of("America/New_York"))
            .toInstant();
    company.plansInstead(grace, visit, Stories.CARLOS, midnight, null, 1);
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("NEW_TECHNICIAN");
    assertThat(Company.callsOf(grace).getString("items[0].comingChange.visitId"))
        .isEqualTo(visit.toString());
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].state")).isEqualTo("OPEN");
    SettableClock.putForward(Duration.ofDays(1));
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
    assertThat(Company.callsOf(grace).<Object>get("items[0].comingChange")).isNull();
  }

  @Test
  void a_call_before_somebody_new_names_who_comes_now_and_is_dropped_once_they_are_told() {
    Instant at = Instant.now().plus(Duration.ofDays(2));
    UUID visit = UUID.randomUUID();
    company.plansInstead(grace, visit, Stories.CARLOS, at, null, 1);
    company.plansItsCalls();
    company.plansInstead(grace, visit, Stories.DAVE, at, false, 2);
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].reasons[0].text"))
        .startsWith("Dave comes on ");
    company.plansInstead(grace, visit, Stories.DAVE, at, true, 3);
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
  }

  @Test
  void what_comes_up_late_in_a_week_has_its_chance_beside_what_was_first() {
    SettableClock.putForward(untilMonday());
    for (int number = 1; number <= 4; number++) {
      CustomerStory one = CustomerStory.signs("Customer " + number, 1, Stories.ALAN);
      FeedDelivery.load(one.newEvents());
      company.endsItsAgreement(one, SettableClock.present().plus(Duration.ofDays(20)), 11);
    }
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(Company.calls("state=OPEN&kind=RENEWAL").getList("items")).hasSize(3);
    SettableClock.putForward(Duration.ofDays(1));
    company.plansItsCalls();
    assertThat(Company.calls("state=OPEN&kind=RENEWAL").getList("items")).hasSize(4);
  }

  /** Noon of the next one, where the company works. */
  private static Duration untilMonday() {
    ZonedDateTime now = ZonedDateTime.now(ZoneId.of("America/New_York"));
    return Duration.between(
        now, now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.NOON));
  }

  @Test
  void whoever_has_an_agreement_that_is_about_to_end_is_called_until_it_is_renewed() {
    Instant end = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
    company.endsItsAgreement(grace, end.plus(Duration.ofDays(20)), 11);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("not yet").isEmpty();
    company.endsItsAgreement(grace, end, 12);
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("RENEWAL");
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].reasons[0].text")).contains(" ends on ", "renewed");
    assertThat(call.getList("items[0].questions", String.class))
        .contains("Your agreement with us ends soon. Would you like it to go on?");
    company.endsItsAgreement(grace, end.plus(Duration.ofDays(365)), 13);
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
  }

  @Test
  void whoever_left_is_asked_why() {
    CustomerStory gone = CustomerStory.signs("Gone", 0, Stories.ALAN).isVisited().cancels();
    FeedDelivery.live(gone.newEvents());
    SettableClock.putForward(Duration.ofDays(25).plusHours(3));
    company.plansItsCalls();
    assertThat(kinds(gone)).containsExactly("AFTER_LEAVING");
  }

  @Test
  void an_outcome_ends_such_a_call_like_any_other_and_erasure_takes_it_along() {
    says(grace, "\"csat\":1");
    company.plansItsCalls();
    String call = Company.callsOf(grace).getString("items[0].id");
    Api.json("csr", "{\"outcome\":\"REACHED\",\"said\":\"It is all right again.\"}")
        .post("/v1/follow-ups/" + call + "/outcome")
        .then()
        .statusCode(201);
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getList("items.state", String.class)).containsExactly("DONE");
    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", grace.id, Instant.now())));
    assertThat(database.count("follow_up", grace.id)).isZero();
  }
}
