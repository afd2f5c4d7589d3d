package io.familiarface.feedback;

import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Grace has been visited for ten months, and complains. */
abstract class ComplaintsOfGrace {
  @Inject StoredRows database;

  CustomerStory grace;

  @BeforeEach
  void grace_is_known() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  static String importing(String lines) {
    return Api.importing("/v1/complaints/import", lines)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  String received() {
    return receivedAs("MEDIUM");
  }

  String receivedAs(String severity) {
    Response received =
        Api.json(
                "admin",
                "{\"customerId\":\"%s\",\"severity\":\"%s\",\"cause\":\"TECHNICIAN\"}"
                    .formatted(grace.id, severity))
            .post("/v1/complaints");
    received.then().statusCode(201).body("state", equalTo("RECEIVED"));
    return received.path("id");
  }

  static ValidatableResponse patch(String id, String etag, String body) {
    var request = Api.as("admin").contentType("application/merge-patch+json").body(body);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.patch("/v1/complaints/" + id).then();
  }
}
