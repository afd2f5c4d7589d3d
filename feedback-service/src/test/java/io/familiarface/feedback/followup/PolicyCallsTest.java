package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    step(
        complaint, "apology", "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    step(
        complaint,
        "remedy",
        "{\"askedFor\":\"Again.\",\"kind\":\"REDO\",\"words\":\"Done again on Monday.\"}");
    step(complaint, "delivery", "{}");
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

  private static List<String> kinds(CustomerStory person) {
    return Company.calls("state=OPEN&customerId=" + person.id).getList("items.kind", String.class);
  }

  private static void says(CustomerStory person, String what) {
    Api.json("csr", "{\"customerId\":\"%s\",%s}".formatted(person.id, what))
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
