package io.familiarface.feedback.complaint;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Grace complains, and somebody mends it step by step. */
abstract class CaseOfGrace {
  static final String ASSESSMENT =
      "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"A scratch in the"
          + " floor.\",\"severity\":\"HIGH\"}";
  static final String APOLOGY =
      "{\"by\":\"Pat\",\"words\":\"We scratched it. I am sorry.\",\"promisedChange\":\"Mats"
          + " first.\"}";
  static final String CREDIT =
      """
      {"askedFor":"A new board.","kind":"CREDIT","amount":{"amount":"40.00","currency":"USD"},"invoice":"INV-2026-000017"}\
      """;
  static final String CLOSURE =
      "{\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"All good again.\"}";

  @Inject EscalatingLateSteps escalating;
  @Inject StoredRows database;

  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  CustomerStory grace;
  String id;

  @BeforeEach
  void grace_complains() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
    isOnRecord("INV-2026-000017", grace.id, "INVOICE");
    id =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"severity\":\"MEDIUM\",\"words\":\"You broke my floor.\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .body("state", equalTo("RECEIVED"))
            .body("next.step", equalTo("ASSESSMENT"))
            .body("next.owner", equalTo("test csr"))
            .body("next.dueAt", notNullValue())
            .body("cause", nullValue())
            .extract()
            .path("id");
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  /** As jobs-service knows it. */
  void isOnRecord(String number, UUID customer, String kind) {
    RestAssured.given()
        .body(
            """
            {"number":"%s","kind":"%s","customerId":"%s"}\
            """
                .formatted(number, kind, customer))
        .put(jobs + "/v1/accounting/documents/" + number)
        .then()
        .statusCode(204);
  }

  void owned() {
    step("assessment", ASSESSMENT);
    step("apology", APOLOGY);
  }

  void closed() {
    owned();
    step("remedy", CREDIT);
    step("delivery", "{}");
    step("check-ins", "{\"trust\":4}");
    step("closure", CLOSURE).body("state", equalTo("CLOSED"));
  }

  ValidatableResponse patch(String body) {
    return Api.as("manager")
        .contentType("application/merge-patch+json")
        .header("If-Match", Api.etag("/v1/complaints/" + id))
        .body(body)
        .patch("/v1/complaints/" + id)
        .then();
  }

  List<Object> steps() {
    return Api.as("csr").get("/v1/complaints/" + id).path("steps");
  }

  ValidatableResponse step(String step, String body) {
    return attempt("csr", step, body).statusCode(201);
  }

  ValidatableResponse attempt(String role, String step, String body) {
    return Api.json(role, body).post("/v1/complaints/" + id + "/" + step).then();
  }
}
