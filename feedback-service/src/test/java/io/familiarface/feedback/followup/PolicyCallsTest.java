package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls that no flag asks for. */
@ServiceTest
class PolicyCallsTest {
  private static final String REFERRAL = "Do you know somebody else to whom we could be of use?";

  @Inject Company company;
  @Inject StoredRows database;

  private CustomerStory grace;

  @BeforeEach
  void grace_is_content() {
    company.startsAnew();
    grace = Stories.grace();
    FeedDelivery.load(grace.newEvents());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void a_low_mark_or_a_concern_asks_for_one_call_and_a_good_word_for_none() {
    says(grace, "\"csat\":4");
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    says(grace, "\"csat\":1,\"text\":\"Nobody came.\"");
    says(grace, "\"kind\":\"CONCERN\",\"text\":\"And nobody called.\"");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].reasons[0].text")).contains("gave us 1 of 5");
    assertThat(call.getString("items[0].feedbackId")).isNotNull();
    assertThat(call.getString("items[0].flagId")).isNull();
    assertThat(call.getList("items[0].questions", String.class))
        .contains("You were not satisfied with us. What happened?")
        .doesNotContain(REFERRAL);
  }

  @Test
  void whoever_asks_to_be_called_is_called_today_even_if_a_call_was_planned() {
    String url =
        Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
            .post("/v1/links")
            .path("url");
    tap(url, "csat=2");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
  }

  @Test
  void whoever_ticks_the_box_days_later_is_called_whatever_was_said_or_done_before() {
    String content = feedbackLink();
    tap(content, "csat=5");
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    SettableClock.putForward(Duration.ofDays(4));
    tap(content, "callMe=true");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);

    String unhappy = feedbackLink();
    tap(unhappy, "csat=1");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
    reach(grace);
    tap(unhappy, "callMe=true");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
  }

  @Test
  void what_is_said_beside_a_wish_to_be_called_asks_for_no_second_call() {
    String url = feedbackLink();
    tap(url, "callMe=true");
    company.plansItsCalls();
    tap(url, "csat=1&callMe=true");
    company.plansItsCalls();
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("it was spoken of").isEmpty();
    tap(url, "csat=5");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("content").isEmpty();
  }

  @Test
  void whoever_asks_again_by_the_same_link_is_called_again_once_the_first_call_was_made() {
    String url = feedbackLink();
    tap(url, "csat=4&callMe=true");
    company.plansItsCalls();
    String first = openCall(grace);
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(openCall(grace)).as("one call for both taps").isEqualTo(first);
    reach(grace);
    tap(url, "words=Thank+you");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("words alone ask for no call").isEmpty();
    tap(url, "callMe=true");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
    reach(grace);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
  }

  @Test
  void a_call_says_why_it_is_to_be_made_now() {
    String url = feedbackLink();
    tap(url, "csat=1");
    company.plansItsCalls();
    tap(url, "csat=5");
    company.plansItsCalls();
    tap(url, "csat=2");
    company.plansItsCalls();
    assertThat(why(grace)).as("taken up again").startsWith("The customer gave us 2 of 5 on ");
    tap(url, "callMe=true");
    company.plansItsCalls();
    assertThat(why(grace))
        .as("asked for")
        .startsWith("The customer asked to be called on ")
        .endsWith(" They gave us 2 of 5.");
  }

  private static String why(CustomerStory person) {
    return Company.callsOf(person).getString("items[0].reasons[0].text");
  }

  @Test
  void a_low_mark_that_comes_days_after_the_first_tap_asks_for_a_call() {
    String url = feedbackLink();
    tap(url, "csat=4");
    SettableClock.putForward(Duration.ofDays(4));
    tap(url, "csat=1");
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("UNHAPPY");
  }

  @Test
  void whoever_asks_for_a_call_is_called_however_late_it_is_written_down() {
    String threeDaysAgo =
        "\"at\":\"%s\"".formatted(SettableClock.present().minus(Duration.ofDays(3)));
    says(grace, "\"csat\":1," + threeDaysAgo);
    company.plansItsCalls();
    assertThat(kinds(grace)).as("history").isEmpty();
    says(grace, "\"callMe\":true," + threeDaysAgo);
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CALL_ME");
  }

  @Test
  void a_low_mark_is_heard_while_a_call_about_something_else_is_open() {
    Instant end = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
    company.endsItsAgreement(grace, end, 11);
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("RENEWAL");
    says(grace, "\"csat\":1");
    says(grace, "\"csat\":2");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactlyInAnyOrder("RENEWAL", "UNHAPPY");
  }

  @Test
  void a_slip_of_the_finger_is_not_called_about_and_a_true_mark_is() {
    String url = feedbackLink();
    tap(url, "csat=1");
    company.plansItsCalls();
    tap(url, "csat=5");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
    tap(url, "csat=1");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getList("items.state", String.class)).containsExactly("OPEN");
  }

  @Test
  void why_to_call_is_what_was_low() {
    says(grace, "\"csat\":5,\"nps\":2");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].reasons[0].text"))
        .startsWith("The customer would hardly recommend us, 2 of 10, on ");
  }

  @Test
  void an_answer_on_the_page_of_a_case_is_a_task_of_whoever_has_the_case() {
    String complaint = complains(grace, "\"owner\":\"Pat\"");
    String url =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                    .formatted(grace.id, complaint))
            .post("/v1/links")
            .path("url");
    tap(url, "words=When+do+you+come%3F");
    company.plansItsCalls();
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("CASE_ANSWER");
    JsonPath call = Company.callsOf(grace);
    assertThat(call.getString("items[0].complaintId")).isEqualTo(complaint);
    assertThat(call.getString("items[0].owner")).isEqualTo("Pat");

    tap(url, "words=I+am+in+all+day.");
    tap(url, "words=And+tomorrow.");
    company.plansItsCalls();
    call = Company.callsOf(grace);
    assertThat(call.getList("items")).as("one call, however often they write").hasSize(1);
    assertThat(call.getString("items[0].reasons[0].text"))
        .startsWith("The customer answered 3 times");
    outcome(call.getString("items[0].id"), "{\"outcome\":\"REACHED\"}");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getList("items")).hasSize(1);

    database.change(
        """
        update complaint set state = 'AWAITING_APPROVAL', next_step = 'APPROVAL',
          remedy_kind = 'CREDIT', escalated_to = 'Nora Lind'
        where id = cast(? as uuid)
        """,
        complaint);
    tap(url, "words=And+what+do+you+pay%3F");
    company.plansItsCalls();
    call = Company.callsOf(grace);
    assertThat(call.getList("items.reasons.text.flatten()", String.class))
        .anySatisfy(why -> assertThat(why).startsWith("The customer answered on the page"));
    assertThat(call.getList("items.owner", String.class))
        .as("whoever approves does not speak with the customer")
        .containsExactly("Pat", "Pat");
  }

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
  void while_trust_is_rebuilt_the_check_in_is_on_the_list_until_it_is_done() {
    String complaint = complains(grace, "\"owner\":\"Pat\"");
    deliver(complaint);
    company.plansItsCalls();
    assertThat(kinds(grace)).isEmpty();
    SettableClock.putForward(Duration.ofDays(12));
    company.plansItsCalls();
    assertThat(kinds(grace)).containsExactly("REBUILDING");
    assertThat(Company.callsOf(grace).getString("items[0].owner")).isEqualTo("Pat");
    step(complaint, "check-ins", "{\"mood\":\"CALM\",\"trust\":4}");
    company.plansItsCalls();
    assertThat(Company.callsOf(grace).getString("items[0].droppedBecause"))
        .isEqualTo("NO_LONGER_DUE");
  }

  @Test
  void a_call_to_ask_how_they_are_is_the_check_in_of_the_case() {
    String complaint = complains(grace, "\"owner\":\"test csr\"");
    deliver(complaint);
    SettableClock.putForward(Duration.ofDays(12));
    company.plansItsCalls();
    outcome(openCall(grace), "{\"outcome\":\"REACHED\",\"said\":\"The board holds. Thank you.\"}");
    JsonPath mended = Api.get("/v1/complaints/" + complaint).extract().jsonPath();
    assertThat(mended.getString("state")).isEqualTo("REBUILDING");
    assertThat(mended.getString("steps[4].step")).isEqualTo("CHECK_IN");
    assertThat(mended.getBoolean("steps[4].details.answered")).isTrue();
    assertThat(mended.getString("steps[4].details.words")).isEqualTo("The board holds. Thank you.");
    company.plansItsCalls();
    assertThat(kinds(grace)).as("not due yet").isEmpty();

    SettableClock.putForward(Duration.ofDays(22));
    company.plansItsCalls();
    outcome(openCall(grace), "{\"outcome\":\"CALL_BACK\"}");
    assertThat(Api.get("/v1/complaints/" + complaint).extract().jsonPath().getList("steps"))
        .hasSize(5);
    String missed = openCall(grace);
    outcome(missed, "{\"outcome\":\"NO_ANSWER\"}");
    Api.get("/v1/follow-ups/" + missed).body("droppedBecause", equalTo("NO_LONGER_DUE"));
    mended = Api.get("/v1/complaints/" + complaint).extract().jsonPath();
    assertThat(mended.getBoolean("steps[5].details.answered")).isFalse();
    company.plansItsCalls();
    assertThat(kinds(grace)).as("the next one is due in two months").isEmpty();
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

  private static void reach(CustomerStory person) {
    outcome(openCall(person), "{\"outcome\":\"REACHED\"}");
  }

  private static String openCall(CustomerStory person) {
    return Company.calls("state=OPEN&customerId=" + person.id).getString("items[0].id");
  }

  private static void outcome(String call, String body) {
    Api.json("csr", body).post("/v1/follow-ups/" + call + "/outcome").then().statusCode(201);
  }

  private String feedbackLink() {
    return Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
        .post("/v1/links")
        .path("url");
  }

  private static void deliver(String complaint) {
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    step(
        complaint, "apology", "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    step(
        complaint,
        "remedy",
        "{\"askedFor\":\"Again.\",\"kind\":\"REDO\",\"words\":\"Done again on Monday.\"}");
    step(complaint, "delivery", "{}");
  }

  private static List<String> kinds(CustomerStory person) {
    return Company.calls("state=OPEN&customerId=" + person.id).getList("items.kind", String.class);
  }

  private static void says(CustomerStory person, String what) {
    Api.json("manager", "{\"customerId\":\"%s\",%s}".formatted(person.id, what))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  private static String complains(CustomerStory person, String more) {
    return Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"No.\",%s}"
                .formatted(person.id, more))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  private static void tap(String url, String form) {
    Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(URI.create(url).getPath())
        .then()
        .statusCode(200);
  }
}
