package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every service promises of its API. Extended by an empty test of the service, which has its
 * {@code openapi.yaml} beside the pom and its {@code roles.csv} among the test resources.
 */
public abstract class ApiContractTest {

  @Test
  void the_api_is_the_one_that_was_reviewed() {
    OpenApiDocument.assertCommitted(Path.of("openapi.yaml"));
  }

  @Test
  void every_parameter_says_what_it_is_for() {
    assertThat(OpenApiDocument.parametersWithoutWords()).isEmpty();
  }

  @Test
  void every_operation_that_reads_says_so() {
    assertThat(OpenApiDocument.readingsWithoutVerb()).isEmpty();
  }

  @Test
  void every_schema_has_a_name_of_its_own() {
    assertThat(OpenApiDocument.numberedSchemas()).isEmpty();
  }

  @Test
  void every_operation_lets_in_exactly_whom_the_table_names() {
    RoleWalk.assertMatches("roles.csv");
  }

  /** Fields of bodies that name a customer, with one whom this service knows. */
  protected Map<String, String> somebody() {
    return Map.of();
  }

  @Test
  void no_log_says_what_somebody_said_in_whatever_field() {
    var requests = new MarkedRequests(somebody());
    try (LogCapture log = new LogCapture()) {
      requests.sendAll();
      assertThat(log.text().lines().filter(line -> line.contains(MarkedRequests.MARKER))).isEmpty();
    }
    assertThat(requests.sent()).isGreaterThan(100);
    assertThat(requests.taken()).isGreaterThan(5);
  }

  @Test
  void health_metrics_and_swagger_ui_are_served() {
    RestAssured.get("/q/health/ready").then().statusCode(200);
    RestAssured.get("/q/metrics").then().statusCode(401);
    RestAssured.given()
        .header("Authorization", "Bearer " + Tokens.as("admin"))
        .get("/q/metrics")
        .then()
        .statusCode(200);
    RestAssured.get("/q/swagger-ui/").then().statusCode(200);
  }
}
