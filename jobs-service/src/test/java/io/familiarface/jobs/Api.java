package io.familiarface.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Requests as somebody. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Api() {}

  public static RequestSpecification as(String role) {
    return with(Tokens.as(role));
  }

  public static RequestSpecification asTechnician(String technicianId) {
    return with(Tokens.technician(UUID.fromString(technicianId)));
  }

  static RequestSpecification with(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  public static RequestSpecification json(String role, String body) {
    return as(role).contentType("application/json").body(body);
  }

  public static Response importing(String path, String... lines) {
    return as("manager")
        .contentType("application/x-ndjson")
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  /** What the report of an import says of each line. */
  public static List<String> statuses(Response report) {
    return report.then().statusCode(200).extract().asString().lines().map(Api::status).toList();
  }

  private static String status(String line) {
    try {
      return JSON.readTree(line).path("status").asText();
    } catch (JsonProcessingException e) {
      throw new AssertionError("no line of a report: " + line, e);
    }
  }

  public static String etag(String path) {
    return as("admin").get(path).then().statusCode(200).extract().header("ETag");
  }
}
