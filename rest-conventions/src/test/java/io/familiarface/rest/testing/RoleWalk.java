package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Walks every operation of a service's OpenAPI document with every role and compares who is let in
 * with a table that a person wrote: {@code src/test/resources/roles.csv}, lines of {@code
 * METHOD,/path/{id},role role …} ({@code anybody} for an operation without a token).
 */
public final class RoleWalk {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private RoleWalk() {}

  /** Asserts that the service lets in exactly whom the table names. */
  public static void assertMatches(String resource) {
    Map<String, Set<String>> expected = table(resource);
    Map<String, Set<String>> actual = new TreeMap<>();
    operations().forEach((operation, body) -> actual.put(operation, letIn(operation, body)));
    assertThat(describe(actual)).isEqualTo(describe(expected));
  }

  private static String describe(Map<String, Set<String>> table) {
    return table.entrySet().stream()
        .map(e -> e.getKey() + "," + String.join(" ", e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Set<String>> table(String resource) {
    try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      Map<String, Set<String>> table = new TreeMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split(",", -1);
        Set<String> roles = new TreeSet<>(Arrays.asList(cells[2].strip().split("\\s+")));
        roles.remove("");
        table.put(cells[0].strip() + "," + cells[1].strip(), roles);
      }
      return table;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** "METHOD,/path" → a content type for its body, or null. */
  private static Map<String, String> operations() {
    JsonNode document;
    try {
      document =
          new ObjectMapper()
              .readTree(RestAssured.given().get("/q/openapi?format=json").asByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> operations = new TreeMap<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            operations.put(
                                operation.getKey().toUpperCase() + "," + path.getKey(),
                                bodyType(operation.getValue()));
                          }
                        }));
    assertThat(operations).isNotEmpty();
    return operations;
  }

  private static String bodyType(JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    return content.isEmpty() ? null : content.fieldNames().next();
  }

  private static Set<String> letIn(String operation, String bodyType) {
    String method = operation.substring(0, operation.indexOf(','));
    String path = operation.substring(operation.indexOf(',') + 1);
    if (call(method, path, bodyType, null).statusCode() != 401) {
      return Set.of("anybody");
    }
    List<String> roles = new ArrayList<>();
    for (String role : Role.ALL) {
      String token =
          role.equals(Role.TECHNICIAN) ? Tokens.technician(UUID.randomUUID()) : Tokens.as(role);
      Response answer = call(method, path, bodyType, token);
      assertThat(answer.statusCode())
          .as("%s %s as %s", method, path, role)
          .isNotEqualTo(401)
          .isLessThan(500);
      if (!isRefusalOfTheRole(answer)) {
        roles.add(role);
      }
    }
    return new TreeSet<>(roles);
  }

  /** A 403 of another type concerns this one thing, such as somebody else's visit. */
  private static boolean isRefusalOfTheRole(Response answer) {
    return answer.statusCode() == 403
        && CommonProblem.FORBIDDEN.uri().toString().equals(answer.jsonPath().getString("type"));
  }

  /**
   * Calls with ids that do not exist and an empty body: who may not call is refused before that.
   */
  private static Response call(String method, String path, String bodyType, String token) {
    RequestSpecification request = RestAssured.given().urlEncodingEnabled(false);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (bodyType != null) {
      request
          .contentType(bodyType)
          .body(
              bodyType.startsWith("image/") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8));
    }
    String concrete = path.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
    return request.request(method, concrete);
  }
}
