package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.rest.testing.DocumentedResponses;
import io.familiarface.rest.testing.ServiceTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@ServiceTest
class DocumentedResponsesTest {
  private static String document() {
    return RestAssured.get("/q/openapi?format=yaml").asString();
  }

  private static RequestSpecification checked(String document) {
    return Call.as("admin").filter(DocumentedResponses.of(document));
  }

  @Test
  void answers_that_are_as_documented_pass() {
    String document = document();
    Call.json("{\"text\":\"documented\"}")
        .filter(DocumentedResponses.of(document))
        .post("/v1/notes")
        .then()
        .statusCode(201);
    checked(document).get("/v1/notes").then().statusCode(200);
    checked(document).get("/v1/notes?limit=none").then().statusCode(400);
    checked(document).get("/v1/notes/ext:nobody").then().statusCode(404);
  }

  @Test
  void a_field_a_type_or_a_status_that_the_document_lacks_fails() {
    Call.json("{\"text\":\"documented\"}").post("/v1/notes").then().statusCode(201);
    String document = document();
    assertThat(document).contains("        version:\n");
    assertThatThrownBy(
            () ->
                checked(document.replace("        version:\n", "        edition:\n"))
                    .get("/v1/notes"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("version");
    assertThatThrownBy(
            () ->
                checked(document.replaceAll("(version:\\s+type:) integer", "$1 boolean"))
                    .get("/v1/notes"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("boolean");
    assertThatThrownBy(
            () -> checked(document.replace("\"400\":", "\"499\":")).get("/v1/notes?limit=none"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answered 400");
  }
}
