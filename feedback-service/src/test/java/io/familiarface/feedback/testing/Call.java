package io.familiarface.feedback.testing;

import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Requests with a token. */
public final class Call {
  private Call() {}

  public static RequestSpecification as(String role) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.as(role));
  }

  /** A body sent by an admin, who may tell of any time. */
  public static RequestSpecification json(String body) {
    return as("admin").contentType("application/json").body(body);
  }

  /** Lines sent by an admin, one object each. */
  public static RequestSpecification lines(String body) {
    return as("admin")
        .contentType("application/x-ndjson")
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  public static ValidatableResponse get(String path) {
    return as("csr").get(path).then();
  }
}
