package io.familiarface.customers.handout;

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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class HandoutResourceTest {
  private String customer;
  private String handout;

  @BeforeEach
  void somebody_new() {
    customer = newCustomer("Grace Hollis").toString();
    handout = "/v1/customers/" + customer + "/handout";
  }

  @Test
  void the_first_visit_handout_has_their_name_and_the_certificates_they_hold() {
    var certificate =
        json(
                Role.CSR,
                "{\"kind\":\"GIFT\",\"gift\":\"A dessert at Rosa's\",\"transferable\":true,\"customerId\":\"%s\"}"
                    .formatted(customer))
            .post("/v1/certificates")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    LocalDate lastDay = LocalDate.parse(certificate.getString("validUntil"));
    make("first-visit", 201)
        .body("n", equalTo(1))
        .body("language", equalTo("en"))
        .body("acknowledgedAt", nullValue());
    as(Role.CSR)
        .accept("text/html")
        .get(handout + "/1")
        .then()
        .statusCode(200)
        .body(containsString("Grace Hollis"))
        .body(containsString("Who we are"))
        .body(containsString(certificate.getString("code")))
        .body(
            containsString(
                DateTimeFormatter.ofPattern("→ MMMM d, yyyy", Locale.US).format(lastDay)))
        .body(containsString("A dessert at Rosa&#39;s"));
    as(Role.CSR).header("Accept", "").get(handout + "/1").then().statusCode(200);
    byte[] pdf =
        as(Role.CSR)
            .accept("application/pdf")
            .get(handout + "/1")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void it_is_handed_over_once_by_somebody() {
    make("first-visit", 201);
    acknowledge(1, 201).body("handedBy", equalTo("Bill")).body("acknowledgedAt", notNullValue());
    acknowledge(1, 409).body("type", endsWith("already-acknowledged"));
    acknowledge(2, 404).body("type", endsWith("no-such-handout"));
    make("first-visit", 201).body("n", equalTo(2));
    as(Role.CSR)
        .get(handout + "?limit=1")
        .then()
        .statusCode(200)
        .body("items.n", contains(2))
        .body("nextCursor", notNullValue());
  }

  @Test
  void it_is_in_their_language_where_there_is_a_template_and_stays_as_it_was_made() {
    String name = newKey("first");
    template(name, "en", "Hello");
    String spanish = template(name, "es", "Hola {{customer.name}}");
    make(name, "pt-BR", 201).body("language", equalTo("en"));
    make(name, "es-MX", 201).body("language", equalTo("es")).body("templateVersion", equalTo(1));
    String path = "/v1/templates/" + spanish;
    json(Role.MANAGER, "{\"body\":\"Buenos dias\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    as(Role.CSR)
        .accept("text/html")
        .get(handout + "/2")
        .then()
        .body(containsString("Hola Grace Hollis"))
        .body(not(containsString("Buenos")));
  }

  @Test
  void without_a_word_it_is_in_the_language_of_the_customer() {
    String name = newKey("own");
    template(name, "en", "Hello");
    template(name, "es", "Hola");
    json(Role.CSR, "{\"language\":\"es-MX\"}")
        .header("If-Match", etag("/v1/customers/" + customer))
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
    make(name, 201).body("language", equalTo("es"));
    make(name, "en", 201).body("language", equalTo("en"));
  }

  @Test
  void a_template_that_there_is_not_is_refused_and_nothing_is_made() {
    make("no-such-template", 422).body("type", endsWith("unknown-template"));
    make("farewell", 422);
    json(Role.CSR, "{}").post(handout).then().statusCode(400);
    as(Role.CSR).get(handout).then().statusCode(200).body("items", hasSize(0));
    as(Role.CSR).accept("text/html").get(handout + "/1").then().statusCode(404);
  }

  private ValidatableResponse make(String template, int status) {
    return json(Role.CSR, "{\"template\":\"%s\"}".formatted(template))
        .post(handout)
        .then()
        .statusCode(status);
  }

  private ValidatableResponse make(String template, String language, int status) {
    return json(Role.CSR, "{\"template\":\"%s\",\"language\":\"%s\"}".formatted(template, language))
        .post(handout)
        .then()
        .statusCode(status);
  }

  private ValidatableResponse acknowledge(int n, int status) {
    return json(Role.CSR, "{\"handedBy\":\"Bill\"}")
        .post(handout + "/" + n + "/acknowledgement")
        .then()
        .statusCode(status);
  }

  private static String template(String name, String language, String body) {
    return json(
            Role.MANAGER,
            "{\"name\":\"%s\",\"kind\":\"HANDOUT\",\"language\":\"%s\",\"body\":\"%s\"}"
                .formatted(name, language, body))
        .post("/v1/templates")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
