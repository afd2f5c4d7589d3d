package io.familiarface.rest.notes;

import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Requests with a token. */
final class Call {
  private Call() {}

  static RequestSpecification as(String role) {
    return with(Tokens.as(role));
  }

  static RequestSpecification with(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  static RequestSpecification json(String body) {
    return as("admin").contentType("application/json").body(body);
  }

  static int count(String text) {
    return as("admin").queryParam("text", text).get("/v1/notes").jsonPath().getList("items").size();
  }
}
