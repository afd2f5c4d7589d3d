package io.familiarface.feedback;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.OpenApiDocument;
import io.familiarface.rest.testing.RoleWalk;
import io.restassured.RestAssured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ServiceTest
class DocumentTest {

  @Test
  void the_committed_document_is_the_one_that_is_served() {
    OpenApiDocument.assertCommitted(Path.of("openapi.yaml"));
  }

  @Test
  void every_operation_lets_in_whom_the_table_names() {
    RoleWalk.assertMatches("roles.csv");
  }

  @Test
  void health_and_metrics_are_served() {
    RestAssured.get("/q/health/ready").then().statusCode(200);
    RestAssured.get("/q/metrics").then().statusCode(200);
  }
}
