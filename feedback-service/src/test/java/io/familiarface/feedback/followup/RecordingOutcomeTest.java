package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RecordingOutcomeTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  @Inject Company company;
  @Inject StoredRows database;

  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  private CustomerStory dorothy;
  private String call;

  @BeforeEach
  void somebody_is_to_be_called() {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    call = Company.callsOf(dorothy).getString("items[0].id");
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void once_she_is_reached_the_call_is_done_and_the_flag_acted_on() {
    outcome("{\"outcome\":\"REACHED\",\"said\":\"She wants Ben back.\"}")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/follow-ups/" + call))
        .header("ETag", startsWith("\"2-"))
        .body("state", equalTo("DONE"))
        .body("flagState", equalTo("ACTED"))
        .body("owner", equalTo("test csr"))
        .body("lastOutcome.said", equalTo("She wants Ben back."))
        .body("outcomes", hasSize(1))
        .body("outcomes[0].by", equalTo("test csr"));
    Api.get("/v1/flags?customerId=" + dorothy.id)
        .body("items[0].state", equalTo("ACTED"))
        .body("items[0].actedBy", equalTo("test csr"))
        .body(
            "items[0].action",
            equalTo("Called and reached the customer. They said: She wants Ben back."));
    assertThat(PublishedEvents.of("feedback").about(dorothy.id, "flag.changed"))
        .extracting(event -> PublishedEvents.data(event).get("state"))
        .containsOnlyOnce("ACTED");
    outcome("{\"outcome\":\"NO_ANSWER\"}")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("follow-up-closed"))
        .body("detail", containsString("DONE"));
  }

  @Test
  void after_no_answer_it_is_due_again() {
    outcome("{\"outcome\":\"NO_ANSWER\"}")
        .then()
        .statusCode(201)
        .body("state", equalTo("OPEN"))
        .body("flagState", equalTo("RAISED"))
        .body("lastOutcome.outcome", equalTo("NO_ANSWER"));
    LocalDate due = LocalDate.parse(Company.callsOf(dorothy).getString("items[0].dueOn"));
    assertThat(due).isAfter(TODAY).isBefore(TODAY.plusDays(5));

    outcome("{\"outcome\":\"CALL_BACK\",\"dueOn\":\"" + TODAY.plusDays(9) + "\"}")
        .then()
        .statusCode(201)
        .body("dueOn", equalTo(TODAY.plusDays(9).toString()))
        .body("outcomes.outcome", equalTo(List.of("NO_ANSWER", "CALL_BACK")));
  }

  @Test
  void a_call_that_is_not_needed_is_dropped_with_a_word_why() {
    outcome("{\"outcome\":\"NOT_NEEDED\"}")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/said"));
    outcome("{\"outcome\":\"NOT_NEEDED\",\"said\":\"I met her in the shop.\"}")
        .then()
        .statusCode(201)
        .body("state", equalTo("DROPPED"))
        .body("droppedBecause", equalTo("NOT_NEEDED"))
        .body("flagState", equalTo("RAISED"));
    company.plansItsCalls();
    assertThat(Company.callsOf(dorothy).getList("items")).hasSize(1);
  }

  @Test
  void a_call_made_after_the_flag_has_ended_is_still_on_record() {
    company.cancels(dorothy);
    outcome("{\"outcome\":\"REACHED\",\"said\":\"Too late.\"}")
        .then()
        .statusCode(201)
        .body("state", equalTo("DONE"))
        .body("flagState", equalTo("LOST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"outcome\":null}",
        "{\"outcome\":\"MAYBE\"}",
        "{\"outcome\":7}",
        "{\"outcome\":\"REACHED\",\"words\":\"x\"}",
        "{\"outcome\":\"REACHED\",\"said\":7}",
        "{\"outcome\":\"REACHED\",\"told\":\"yes\"}",
        "{\"outcome\":\"NO_ANSWER\",\"told\":true}",
        "{\"outcome\":\"WRONG_NUMBER\",\"introduced\":true}",
        "{\"outcome\":\"REACHED\",\"outcome\":\"NO_ANSWER\"}",
        "{\"outcome\":\"REACHED\",\"dueOn\":\"2999-01-01\"}",
        "{\"outcome\":\"REACHED\",\"at\":\"2999-01-01T00:00:00Z\"}",
        "{\"outcome\":\"NO_ANSWER\",\"dueOn\":\"2020-01-01\"}",
        "{\"outcome\":\"NO_ANSWER\",\"dueOn\":\"2125-01-01\"}",
        "{\"outcome\":\"NO_ANSWER\",\"dueOn\":\"tomorrow\"}",
        "{\"outcome\":",
        "[]"
      })
  void an_outcome_that_makes_no_sense_changes_nothing(String body) {
    outcome(body).then().statusCode(400).contentType("application/problem+json");
    stillUntouched();
  }

  @Test
  void a_call_is_made_after_it_was_asked_for_and_after_the_last_try() {
    Instant asked = Instant.parse(Company.callsOf(dorothy).getString("items[0].openedAt"));
    for (Instant at : List.of(Instant.EPOCH, asked.minusMillis(1))) {
      triedAt(at, "REACHED").statusCode(400).body("violations[0].pointer", equalTo("/at"));
    }
    stillUntouched();
    SettableClock.putForward(Duration.ofMinutes(2));
    triedAt(asked.plusSeconds(60), "NO_ANSWER").statusCode(201);
    triedAt(asked.plusSeconds(59), "REACHED")
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/at"));
    triedAt(asked.plusSeconds(60), "REACHED").statusCode(201);
  }

  private ValidatableResponse triedAt(Instant at, String outcome) {
    return Api.json("manager", "{\"outcome\":\"%s\",\"at\":\"%s\"}".formatted(outcome, at))
        .post("/v1/follow-ups/" + call + "/outcome")
        .then();
  }

  @Test
  void too_many_words_are_refused() {
    outcome("{\"outcome\":\"REACHED\",\"said\":\"" + "x".repeat(4001) + "\"}")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/said"));
    stillUntouched();
  }

  @Test
  void sent_twice_with_one_key_it_counts_once() {
    String body = "{\"outcome\":\"NO_ANSWER\"}";
    Response first = withKey("tap-1", body);
    Response again = withKey("tap-1", body);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    Api.get("/v1/follow-ups/" + call).body("outcomes", hasSize(1));
    withKey("tap-1", "{\"outcome\":\"REACHED\"}").then().statusCode(422);
    Api.get("/v1/follow-ups/" + call).body("state", equalTo("OPEN"));
  }

  @Test
  void there_must_be_something_to_tell() {
    outcome("{\"outcome\":\"REACHED\",\"told\":true}")
        .then()
        .statusCode(422)
        .body("type", endsWith("nothing-to-tell"))
        .body("violations[0].pointer", equalTo("/told"));
    stillUntouched();
  }

  @Test
  void what_she_was_told_of_a_coming_change_is_told_to_jobs_service() {
    UUID visit = company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(3));
    RestAssured.given()
        .body("{}")
        .put(jobs + "/v1/visits/" + visit + "/told")
        .then()
        .statusCode(204);
    outcome("{\"outcome\":\"REACHED\",\"told\":true,\"introduced\":true}")
        .then()
        .statusCode(201)
        .body("state", equalTo("DONE"))
        .body("lastOutcome.told", equalTo(true))
        .body("lastOutcome.introduced", equalTo(true));
    Api.get("/v1/flags?customerId=" + dorothy.id)
        .body(
            "items[0].action",
            equalTo("Called and reached the customer and introduced the one who comes next."));
  }

  @Test
  void whoever_is_called_back_is_told_a_second_time() {
    UUID visit = company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(3));
    RestAssured.given().body("{}").put(jobs + "/v1/visits/" + visit + "/told");
    for (int times = 1; times <= 2; times++) {
      outcome("{\"outcome\":\"CALL_BACK\",\"told\":true}")
          .then()
          .statusCode(201)
          .body("outcomes", hasSize(times))
          .body("lastOutcome.told", equalTo(true));
    }
  }

  @Test
  void whoever_looks_again_sees_what_has_changed_about_the_customer() {
    String before = Api.get("/v1/follow-ups/" + call).statusCode(200).extract().header("ETag");
    seenBefore(before).statusCode(304);
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(3));
    String planned =
        seenBefore(before)
            .statusCode(200)
            .body("comingChange.technicianName", equalTo("Carlos"))
            .extract()
            .header("ETag");
    String flag = Api.get("/v1/follow-ups/" + call).extract().path("flagId");
    Api.as("csr").post("/v1/flags/" + flag + "/acknowledgement").then().statusCode(201);
    seenBefore(planned).statusCode(200).body("flagState", equalTo("ACKNOWLEDGED"));
    Api.as("csr")
        .contentType("application/merge-patch+json")
        .header("If-Match", before)
        .body("{\"owner\":\"Maria\"}")
        .patch("/v1/follow-ups/" + call)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse seenBefore(String tag) {
    return Api.as("csr").header("If-None-Match", tag).get("/v1/follow-ups/" + call).then();
  }

  @Test
  void when_the_visit_is_not_planned_any_more_nothing_is_recorded() {
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(3));
    outcome("{\"outcome\":\"REACHED\",\"told\":true}")
        .then()
        .statusCode(409)
        .body("detail", containsString("not planned any more"));
    stillUntouched();
  }

  @Test
  void an_unknown_call_or_an_outsider_is_refused() {
    Api.json("admin", "{\"outcome\":\"REACHED\"}")
        .post("/v1/follow-ups/" + UUID.randomUUID() + "/outcome")
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-follow-up"));
    Api.get("/v1/follow-ups/nonsense").statusCode(404).contentType("application/problem+json");
    for (String role : List.of("technician", "accounting", "integration", "service")) {
      Api.as(role).get("/v1/follow-ups").then().statusCode(403);
    }
    Api.anonymous().get("/v1/follow-ups").then().statusCode(401);
  }

  @Test
  void erasing_a_person_takes_her_calls_and_words_along() {
    outcome("{\"outcome\":\"NO_ANSWER\",\"said\":\"Her son answered.\"}").then().statusCode(201);
    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", dorothy.id, Instant.now())));
    Api.get("/v1/follow-ups/" + call).statusCode(404);
    assertThat(database.count("follow_up", dorothy.id)).isZero();
  }

  private void stillUntouched() {
    Api.get("/v1/follow-ups/" + call)
        .body("state", equalTo("OPEN"))
        .body("flagState", equalTo("RAISED"))
        .body("owner", nullValue())
        .body("outcomes", hasSize(0));
  }

  private Response outcome(String body) {
    return Api.as("csr")
        .contentType("application/json")
        .body(body)
        .post("/v1/follow-ups/" + call + "/outcome");
  }

  private Response withKey(String key, String body) {
    return Api.as("csr")
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/follow-ups/" + call + "/outcome");
  }
}
