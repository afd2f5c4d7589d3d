package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class DocumentTest {

  @Test
  void the_document_says_who_may_call_and_what_can_be_refused() {
    JsonPath document = RestAssured.get("/q/openapi?format=json").jsonPath();
    String write = "paths.'/v1/notes'.post.";
    assertThat(document.getString(write + "description")).contains("Roles: admin, csr.");
    assertThat(document.getMap(write + "responses"))
        .containsKeys("201", "400", "401", "403", "409", "413", "415", "422");
    assertThat(document.getList(write + "parameters.name")).contains("Idempotency-Key");
    assertThat(document.getMap("paths.'/v1/notes/{id}'.patch.responses"))
        .containsKeys("404", "412", "428");
  }

  @Test
  void every_operation_lets_in_whom_the_table_names() {
    io.familiarface.rest.testing.RoleWalk.assertMatches("roles.csv");
  }

  @Test
  void health_metrics_and_swagger_ui_are_served() {
    RestAssured.get("/q/health/ready").then().statusCode(200);
    RestAssured.get("/q/metrics").then().statusCode(200);
    RestAssured.get("/q/swagger-ui/").then().statusCode(200);
  }
}
