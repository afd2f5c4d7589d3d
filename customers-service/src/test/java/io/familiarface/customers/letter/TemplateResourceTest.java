package io.familiarface.customers.letter;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class TemplateResourceTest {

  @Test
  void a_template_is_written_changed_and_what_it_said_stays_readable() {
    String name = newKey("summer");
    String id = write(name, "en", "Dear {{customer.name}}", 201).extract().path("id");
    String path = "/v1/templates/" + id;
    change(path, etag(path), "{\"body\":\"Hello {{customer.name}}\"}", 200)
        .body("revision", equalTo(2))
        .body("body", equalTo("Hello {{customer.name}}"));
    as(Role.CSR)
        .get(path + "/versions")
        .then()
        .statusCode(200)
        .body("items.revision", contains(2, 1))
        .body("items.body", contains("Hello {{customer.name}}", "Dear {{customer.name}}"));
    change(path, etag(path), "{\"body\":\"Hello {{customer.name}}\"}", 200)
        .body("revision", equalTo(2));
    change(path, "\"7\"", "{\"body\":\"Hi\"}", 412);
    json(Role.MANAGER, "{}").patch(path).then().statusCode(428);
    write(name, "en", "Again", 409).body("type", endsWith("template-taken"));
    write(name, "es", "Hola {{customer.name}}", 201);
    as(Role.CSR)
        .get("/v1/templates?name=" + name)
        .then()
        .statusCode(200)
        .body("items.language", contains("en", "es"));
    var first =
        as(Role.CSR).get("/v1/templates?limit=1&name=" + name).then().body("items", hasSize(1));
    as(Role.CSR)
        .get("/v1/templates?limit=1&name=" + name + "&cursor=" + first.extract().path("nextCursor"))
        .then()
        .body("items.language", contains("es"));
  }

  @Test
  void a_placeholder_that_there_is_not_is_named_and_nothing_is_written() {
    String name = newKey("bad");
    write(name, "en", "{{customer.shoeSize}} {config:secret} {{today}}", 400)
        .body("violations.pointer", contains("/body"))
        .body("detail", containsString("customer.shoeSize"))
        .body("detail", containsString("customer.preferredName"));
    write(name, "English", "Hi", 400).body("violations.pointer", contains("/language"));
    write(name, "en", "x".repeat(20_001), 400).body("violations.pointer", contains("/body"));
    as(Role.CSR).get("/v1/templates?name=" + name).then().body("items", hasSize(0));
    as(Role.CSR).get("/v1/templates/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void a_preview_is_a_page_or_a_pdf_in_which_everything_is_text() {
    String body = "# Hi\\n<script>alert(1)</script> {{customer.name}} {{certificates}}";
    String id = write(newKey("page"), "en", body, 201).extract().path("id");
    UUID customer = newCustomer("Ann <b>Łoś</b>");
    String path = "/v1/templates/" + id + "/preview?customer=" + customer;
    as(Role.CSR)
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(not(containsString("<script")))
        .body(containsString("&lt;script&gt;alert(1)"))
        .body(containsString("Ann &lt;b&gt;Łoś&lt;/b&gt;"));
    byte[] pdf =
        as(Role.CSR)
            .accept("application/pdf")
            .get(path)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    as(Role.CSR).get("/v1/templates/" + id + "/preview").then().statusCode(400);
    as(Role.CSR)
        .get("/v1/templates/" + id + "/preview?customer=ext:nobody-" + customer)
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-customer"));
  }

  @Test
  void the_company_starts_with_a_handout_and_a_farewell() {
    as(Role.CSR)
        .get("/v1/templates?kind=FAREWELL")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("farewell"));
    as(Role.CSR)
        .get("/v1/templates/ext:first-visit-en")
        .then()
        .statusCode(200)
        .body("kind", equalTo("HANDOUT"));
  }

  private static ValidatableResponse write(String name, String language, String body, int status) {
    return json(
            Role.MANAGER,
            "{\"name\":\"%s\",\"kind\":\"HANDOUT\",\"language\":\"%s\",\"body\":\"%s\"}"
                .formatted(name, language, body))
        .post("/v1/templates")
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse change(String path, String etag, String patch, int status) {
    return json(Role.MANAGER, patch).header("If-Match", etag).patch(path).then().statusCode(status);
  }
}
