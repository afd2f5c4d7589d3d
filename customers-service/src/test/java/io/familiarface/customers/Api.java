package io.familiarface.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The service as its callers speak to it. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Api() {}

  /** A request with a JSON body by somebody of this role. */
  public static RequestSpecification as(String role) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.as(role))
        .contentType("application/json");
  }

  public static RequestSpecification asTechnician(UUID technicianId) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.technician(technicianId))
        .contentType("application/json");
  }

  /** An external id that no other test uses. */
  public static String newKey(String prefix) {
    return prefix + "-" + NUMBER.incrementAndGet();
  }

  /** A customer of whom nothing is known but the name; answers the id. */
  public static UUID newCustomer(String name) {
    return UUID.fromString(
        as("admin")
            .body("{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\"}".formatted(name))
            .post("/v1/customers")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** What became of the lines of an import, one report for each. */
  public static List<JsonNode> imported(String path, String... lines) {
    return report(
        given()
            .header("Authorization", "Bearer " + Tokens.as("manager"))
            .contentType("application/x-ndjson")
            .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
            .post(path));
  }

  /** Reads the report of an import. */
  public static List<JsonNode> report(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.asString().lines().map(Api::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
