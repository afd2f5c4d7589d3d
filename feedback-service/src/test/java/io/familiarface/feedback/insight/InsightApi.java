package io.familiarface.feedback.insight;

import static org.hamcrest.Matchers.containsString;

import io.familiarface.rest.testing.Api;
import io.restassured.response.ValidatableResponse;

/** Asks for what the company can learn from what happened. */
final class InsightApi {
  static final String INSIGHTS = "/v1/insights/";

  private InsightApi() {}

  static ValidatableResponse asked(String insight) {
    return Api.as("manager").get(INSIGHTS + insight).then();
  }

  static ValidatableResponse page(String insight) {
    return Api.as("manager")
        .accept("text/html")
        .get(INSIGHTS + insight)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<svg"));
  }
}
