package io.familiarface.feedback.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class FeedbackRequestsTest {
  private static final String SILENT = "They have not answered the last";

  private CustomerStory grace;

  @BeforeEach
  void grace_is_a_customer() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void who_was_asked_is_on_record_with_what_they_answered() {
    String id =
        ask("csr", "\"visitId\":\"%s\"".formatted(grace.visit(10)))
            .statusCode(201)
            .body("customerId", equalTo(grace.id.toString()))
            .body("visitId", equalTo(grace.visit(10).toString()))
            .body("askedBy", equalTo("test csr"))
            .body("answeredAt", nullValue())
            .extract()
            .path("id");
    asked("&answered=false").body("items.id", contains(id));
    SettableClock.putForward(Duration.ofDays(1));
    Api.json("csr", "{\"customerId\":\"%s\",\"csat\":5}".formatted(grace.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    Api.get("/v1/feedback/requests/" + id)
        .statusCode(200)
        .body("answeredAt", notNullValue())
        .body("feedbackId", notNullValue());
    asked("&answered=false").body("items", hasSize(0));
    asked("&answered=true").body("items.id", contains(id));
  }

  @Test
  void nobody_is_asked_again_so_soon_and_is_told_when_it_is_possible() {
    Instant now = SettableClock.present().truncatedTo(ChronoUnit.SECONDS);
    ask("manager", at(now.minus(Duration.ofDays(10)))).statusCode(201);
    ask("csr", "\"visitId\":null")
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:asked-lately"))
        .body("possibleAt", equalTo(now.plus(Duration.ofDays(20)).toString()));
    ask("manager", at(now.minus(Duration.ofDays(30)))).statusCode(409);
    ask("manager", at(now.minus(Duration.ofDays(40)))).statusCode(201);
    asked("").body("items", hasSize(2));
    SettableClock.putForward(Duration.ofDays(21));
    ask("csr", "\"visitId\":null").statusCode(201);
  }

  @Test
  void what_is_left_behind_after_a_visit_asks_once_and_is_heard_as_a_request() {
    makeLink(grace.visit(9), "");
    asked("").body("items", hasSize(0));
    leaveBehind(grace.visit(9));
    leaveBehind(grace.visit(10));
    asked("")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(grace.visit(9).toString()));
    ask("csr", "\"visitId\":null").statusCode(409);
    SettableClock.putForward(Duration.ofDays(31));
    leaveBehind(grace.visit(10));
    asked("").body("items", hasSize(2));
  }

  @Test
  void a_link_that_somebody_makes_for_a_customer_asks_them_and_never_twice() {
    give("").statusCode(201).body("askedAt", nullValue());
    asked("").body("items", hasSize(1)).body("items[0].askedBy", equalTo("test csr"));
    give("").statusCode(201).body("askedAt", notNullValue());
    give(",\"asks\":true")
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:asked-lately"))
        .body("possibleAt", notNullValue());
    give(",\"asks\":false").statusCode(201);
    asked("").body("items", hasSize(1));
    SettableClock.putForward(Duration.ofDays(31));
    give(",\"asks\":false").statusCode(201);
    asked("").body("items", hasSize(1));
    give(",\"asks\":true").statusCode(201);
    asked("").body("items", hasSize(2));
  }

  @Test
  void three_links_that_nobody_answered_are_a_silence() {
    for (int i = 0; i < 3; i++) {
      risk().body("reasons.text", not(hasItem(startsWith(SILENT))));
      SettableClock.putForward(Duration.ofDays(31));
      give("").statusCode(201);
    }
    SettableClock.putForward(Duration.ofDays(31));
    risk().body("reasons.text", hasItem(startsWith(SILENT)));
  }

  @Test
  void whoever_makes_a_link_and_writes_down_that_they_asked_has_asked_once() {
    give("").statusCode(201);
    String noted = asked("").extract().path("items[0].id");
    ask("csr", "\"externalId\":\"ASK-BY-HAND\",\"visitId\":\"%s\"".formatted(grace.visit(10)))
        .statusCode(201)
        .body("id", equalTo(noted))
        .body("visitId", equalTo(grace.visit(10).toString()));
    asked("").body("items", hasSize(1)).body("items[0].externalId", equalTo("ASK-BY-HAND"));
    ask("csr", "\"visitId\":null").statusCode(409);
  }

  @Test
  void a_link_that_is_written_down_later_counts_once_towards_a_silence() {
    for (int i = 0; i < 2; i++) {
      SettableClock.putForward(Duration.ofDays(31));
      give("").statusCode(201);
      SettableClock.putForward(Duration.ofMinutes(30));
      ask("csr", "\"visitId\":null").statusCode(201);
    }
    SettableClock.putForward(Duration.ofDays(31));
    risk().body("reasons.text", not(hasItem(startsWith(SILENT))));
    give("").statusCode(201);
    SettableClock.putForward(Duration.ofDays(31));
    risk().body("reasons.text", hasItem(startsWith(SILENT)));
  }

  @Test
  void who_has_answered_by_the_link_stays_heard_when_it_is_written_down_after_that() {
    give("").statusCode(201);
    SettableClock.putForward(Duration.ofMinutes(5));
    Api.json("csr", "{\"customerId\":\"%s\",\"csat\":5}".formatted(grace.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    SettableClock.putForward(Duration.ofMinutes(30));
    ask("csr", "\"visitId\":null").statusCode(201);
    asked("&answered=true").body("items", hasSize(1));
  }

  private ValidatableResponse give(String more) {
    return Api.json(
            "csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"%s}".formatted(grace.id, more))
        .post("/v1/links")
        .then();
  }

  private void leaveBehind(UUID visit) {
    makeLink(visit, ",\"asks\":true");
  }

  private void makeLink(UUID visit, String more) {
    Api.json(
            "service",
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"%s}"
                .formatted(grace.id, visit, more))
        .post("/v1/links")
        .then()
        .statusCode(201);
  }

  @Test
  void three_requests_without_an_answer_are_a_silence_and_a_word_ends_it() {
    Instant now = SettableClock.present();
    for (int days : new int[] {130, 90, 50}) {
      risk().body("reasons.text", not(hasItem(startsWith(SILENT))));
      ask("manager", at(now.minus(Duration.ofDays(days)))).statusCode(201);
    }
    risk().body("reasons.text", hasItem(startsWith(SILENT)));
    Api.json("csr", "{\"customerId\":\"%s\",\"csat\":4}".formatted(grace.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    risk().body("reasons.code", not(hasItem("SILENCE")));
  }

  @Test
  void whom_the_company_has_let_go_nobody_asks_until_that_is_taken_back() {
    FeedDelivery.live(List.of(Stories.isLetGo(grace, true)));
    ask("manager", "\"visitId\":null")
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:customer-let-go"))
        .body("detail", startsWith("The company has let this customer go"));
    ask("manager", at(SettableClock.present().minus(Duration.ofDays(10)))).statusCode(409);
    give("").statusCode(409);
    give(",\"asks\":true").statusCode(409);
    leaveBehind(grace.visit(10));
    give(",\"asks\":false").statusCode(201);
    asked("").body("items", hasSize(0));
    SettableClock.putForward(Duration.ofMinutes(1));
    FeedDelivery.live(List.of(Stories.isLetGo(grace, false)));
    ask("csr", "\"visitId\":null").statusCode(201);
  }

  @Test
  void whom_the_company_has_let_go_sees_their_case_by_its_link() {
    String complaint =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .path("id");
    FeedDelivery.live(List.of(Stories.isLetGo(grace, true)));
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                .formatted(grace.id, complaint))
        .post("/v1/links")
        .then()
        .statusCode(201);
  }

  @Test
  void what_cannot_be_is_refused() {
    ask("csr", at(SettableClock.present().plus(Duration.ofDays(1)))).statusCode(400);
    ask("csr", at(SettableClock.present().minus(Duration.ofDays(3)))).statusCode(403);
    ask("csr", "\"visitId\":\"00000000-0000-7000-8000-000000000000\"").statusCode(422);
    ask("csr", "\"to\":\"me\"").statusCode(400);
    asked("").body("items", hasSize(0));
  }

  private ValidatableResponse ask(String role, String more) {
    return Api.json(role, "{\"customerId\":\"%s\",%s}".formatted(grace.id, more))
        .post("/v1/feedback/requests")
        .then();
  }

  private static String at(Instant at) {
    return "\"at\":\"%s\"".formatted(at);
  }

  private ValidatableResponse asked(String filter) {
    return Api.get("/v1/feedback/requests?customerId=" + grace.id + filter).statusCode(200);
  }

  private ValidatableResponse risk() {
    return Api.get("/v1/customers/" + grace.id + "/risk").statusCode(200);
  }
}
