package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service as its callers speak to it. Addresses are sent as they are written, JSON is the
 * content type unless another is named, and every answer is checked against the committed document.
 */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Api() {}

  /** A request by somebody of this role. */
  public static RequestSpecification as(String role) {
    return with(Tokens.as(role));
  }

  public static RequestSpecification asTechnician(UUID technicianId) {
    return with(Tokens.technician(technicianId));
  }

  public static RequestSpecification with(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  /** A request by nobody knows whom. */
  public static RequestSpecification anonymous() {
    return RestAssured.given()
        .filter(DocumentedResponses.ofModule())
        .urlEncodingEnabled(false)
        .contentType("application/json");
  }

  public static RequestSpecification json(String role, String body) {
    return as(role).body(body);
  }

  /** What the office reads there. */
  public static ValidatableResponse get(String path) {
    return as("csr").get(path).then();
  }

  /** All items of a list, page by page: what other tests left in it may fill the first one. */
  public static List<Map<String, Object>> all(String role, String path) {
    List<Map<String, Object>> items = new ArrayList<>();
    String next = path;
    while (next != null) {
      JsonPath page = as(role).get(next).then().statusCode(200).extract().jsonPath();
      items.addAll(page.getList("items"));
      String cursor = page.getString("nextCursor");
      next = cursor == null ? null : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }
    return items;
  }

  /** The ETag of what stands there now. */
  public static String etag(String path) {
    return as("admin").get(path).then().statusCode(200).extract().header("ETag");
  }

  /** An external id that no other test uses. */
  public static String newKey(String prefix) {
    return prefix + "-" + NUMBER.incrementAndGet();
  }

  /** Sends lines of JSON to an import. */
  public static Response importing(String path, String... lines) {
    return as("manager")
        .contentType("application/x-ndjson")
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  /** What became of the lines of an import, one report for each. */
  public static List<JsonNode> imported(String path, String... lines) {
    return report(importing(path, lines));
  }

  /** Reads the report of an import. */
  public static List<JsonNode> report(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.asString().lines().map(Api::read).toList();
  }

  /** What the report of an import says of each line. */
  public static List<String> statuses(Response report) {
    return report(report).stream().map(line -> line.path("status").asText()).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
