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
        .containsKeys("201", "400", "401", "403", "406", "409", "413", "415", "422", "429", "503");
    assertThat(document.getMap(write + "responses.'503'.headers")).containsKey("Retry-After");
    assertThat(document.getList(write + "parameters.name")).contains("Idempotency-Key");
    assertThat(document.getMap("paths.'/v1/notes/{id}'.patch.responses"))
        .containsKeys("404", "409", "412", "428");
    assertThat(document.getMap("paths.'/v1/notes/{id}'.get.responses")).containsKey("304");
    assertThat(document.getList("paths.'/v1/notes/{id}'.get.parameters.name"))
        .contains("If-None-Match");
    assertThat(document.getMap("paths.'/v1/notes'.get.responses")).doesNotContainKey("304");
  }

  @Test
  void every_refusal_is_described_as_a_problem_of_ours() {
    String document = RestAssured.get("/q/openapi?format=json").asString();
    assertThat(document)
        .contains("#/components/schemas/Problem")
        .doesNotContain("HttpProblem", "HttpValidationProblem", "Not Authorized", "Not Allowed");
  }

  @Test
  void a_field_can_be_null_unless_it_is_required_or_primitive() {
    JsonPath document = RestAssured.get("/q/openapi?format=json").jsonPath();
    String body = "components.schemas.Body.properties.";
    assertThat(document.<Object>get(body + "text.type")).isEqualTo("string");
    assertThat(document.getList(body + "externalId.type")).containsExactly("string", "null");
    assertThat(document.getList(body + "stars.type")).containsExactly("integer", "null");
    assertThat(document.getString(body + "price.anyOf[1].type")).isEqualTo("null");
    assertThat(document.getString(body + "mood.anyOf[1].type")).isEqualTo("null");
    String note = "components.schemas.Note.properties.";
    assertThat(document.getString(note + "id.anyOf[1].type")).isEqualTo("null");
    assertThat(document.<Object>get("components.schemas.PageNote.properties.items.type"))
        .isEqualTo("array");
    assertThat(document.<Object>get(note + "version.type")).isEqualTo("integer");
  }

  @Test
  void an_import_is_described_by_the_example_of_its_line() {
    JsonPath document = RestAssured.get("/q/openapi?format=json").jsonPath();
    String post = "paths.'/v1/notes/import'.post.";
    assertThat(document.getString(post + "operationId")).isEqualTo("importNotes");
    assertThat(document.getString(post + "summary"))
        .isEqualTo("Import notes, one a line; may be run again");
    assertThat(document.getString(post + "description"))
        .contains("Notes are short.")
        .endsWith("Roles: admin, manager.");
    assertThat(document.getList(post + "parameters.name")).containsExactly("dryRun");
    assertThat(document.getMap(post + "responses"))
        .containsOnlyKeys("200", "400", "401", "403", "406", "415", "429", "503");
    String body = post + "requestBody.content.";
    assertThat(document.getString(body + "'application/x-ndjson'.example"))
        .isEqualTo(
            """
            {"externalId":"N1","text":"Milk, \\"fresh\\"","from":{"shop":"Lee"},"on":["Monday"]}\
            """);
    assertThat(document.getString(body + "'text/csv'.example"))
        .isEqualTo("externalId,text,from.shop\nN1,\"Milk, \"\"fresh\"\"\",Lee");
    assertThat(document.getString(post + "responses.'200'.content.'application/x-ndjson'.example"))
        .startsWith("{\"line\":1,\"externalId\":\"N1\",\"status\":\"CREATED\"");
  }

  @Test
  void every_operation_lets_in_whom_the_table_names() {
    io.familiarface.rest.testing.RoleWalk.assertMatches("roles.csv");
  }

  @Test
  void health_metrics_and_swagger_ui_are_served() {
    RestAssured.get("/q/health/ready").then().statusCode(200);
    RestAssured.get("/q/metrics").then().statusCode(401);
    Call.as("admin").get("/q/metrics").then().statusCode(200);
    RestAssured.get("/q/swagger-ui/").then().statusCode(200);
  }
}
