package io.familiarface.rest.notes;

import static io.familiarface.rest.notes.Call.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.familiarface.rest.page.QueryValues;
import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class BadInputTest {

  private static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:familiar-face:problem:" + slug))
        .body("status", equalTo(status))
        .body("title", not(equalTo(null)))
        .body("detail", not(equalTo(null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":",
        "not json",
        "{\"text\":\"a\"} trailing",
        "{'text':'a'}",
        "{\"text\":NaN}",
        "{\"text\":.5}",
        "{/*a*/\"text\":\"a\"}"
      })
  void malformed_json_is_refused(String body) {
    refused(json(body).post("/v1/notes").then(), 400, "malformed-json")
        .body("detail", not(containsString("eature")));
  }

  /** As an object without fields is, which names what is missing. */
  @Test
  void an_empty_body_is_refused_where_a_field_is_required() {
    refused(json("").post("/v1/notes").then(), 400, "invalid-request")
        .body("violations[0].pointer", equalTo("/text"));
    var bare = RawHttp.post("/v1/notes", "", "Content-Length: 0");
    assertThat(bare.status()).isEqualTo(400);
    assertThat(bare.text()).contains("\"pointer\":\"/text\"");
    refused(json("null").post("/v1/notes").then(), 400, "invalid-request");
  }

  @Test
  void a_key_given_twice_is_refused() {
    refused(
        json("{\"text\":\"twice\",\"text\":\"twice\"}").post("/v1/notes").then(),
        400,
        "malformed-json");
    assertThat(Call.count("twice")).isZero();
  }

  @Test
  void an_unknown_field_is_refused_by_its_name() {
    refused(
            json("{\"text\":\"unknown\",\"colour\":1}").post("/v1/notes").then(),
            400,
            "invalid-request")
        .body("violations[0].pointer", equalTo("/colour"))
        .body("detail", containsString("colour"));
    assertThat(Call.count("unknown")).isZero();
  }

  @Test
  void all_unknown_fields_are_named() {
    refused(
            json("{\"colour\":{\"text\":[1]},\"text\":\"unknown\",\"a/b\":[{}]}")
                .post("/v1/notes")
                .then(),
            400,
            "invalid-request")
        .body("violations.pointer", equalTo(List.of("/colour", "/a~1b")))
        .body("detail", equalTo("There are no fields 'colour', 'a/b' here."));
    assertThat(Call.count("unknown")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":7",
        "\"text\":true",
        "\"text\":[\"a\"]",
        "\"text\":\"a\",\"stars\":\"3\"",
        "\"text\":\"a\",\"stars\":1.5",
        "\"text\":\"a\",\"stars\":99999999999",
        "\"text\":\"a\",\"at\":1736154000",
        "\"text\":\"a\",\"at\":\"yesterday\"",
        "\"text\":\"a\",\"at\":\"+10000-01-01T00:00:00Z\"",
        "\"text\":\"a\",\"at\":\"-1000000000-01-01T00:00:00Z\"",
        "\"text\":\"a\",\"on\":\"+999999999-12-31\"",
        "\"text\":\"a\",\"on\":\"2025-02-30\"",
        "\"text\":\"a\",\"at\":\"1764300000\"",
        "\"text\":\"a\",\"at\":[2025,1,6]",
        "\"text\":\"a\",\"at\":\"2025-01-06\"",
        "\"text\":\"a\",\"at\":\"2025-01-06T09:00Z\"",
        "\"text\":\"a\",\"at\":\"2025-01-06 09:00:00Z\"",
        "\"text\":\"a\",\"at\":\"2025-01-06T09:00:00\"",
        "\"text\":\"a\",\"at\":\"2025-01-06T09:00:00+0100\"",
        "\"text\":\"a\",\"at\":\"2016-12-31T23:59:60Z\"",
        "\"text\":\"a\",\"at\":\"2025-01-06T24:00:00Z\"",
        "\"text\":\"a\",\"at\":\" 2025-01-06T09:00:00Z\"",
        "\"text\":\"a\",\"at\":\"1899-12-31T23:59:59Z\"",
        "\"text\":\"a\",\"at\":\"0000-01-01T00:00:00Z\"",
        "\"text\":\"a\",\"at\":\"\"",
        "\"text\":\"a\",\"on\":\"1899-12-31\"",
        "\"text\":\"a\",\"on\":\"0000-01-01\"",
        "\"text\":\"a\",\"on\":\"2025-1-6\"",
        "\"text\":\"a\",\"on\":\"20250106\"",
        "\"text\":\"a\",\"on\":\"2025-01-06T00:00:00Z\"",
        "\"text\":\"a\",\"on\":\"20094\"",
        "\"text\":\"a\",\"on\":[2025,1,6]",
        "\"text\":\"a\",\"mood\":\"SAD\"",
        "\"text\":\"a\",\"mood\":0",
        "\"text\":\"a\",\"price\":\"7 USD\""
      })
  void a_value_of_a_wrong_type_is_refused_with_a_pointer_to_it(String fields) {
    refused(json("{" + fields + "}").post("/v1/notes").then(), 400, "invalid-request")
        .body("violations[0].pointer", containsString("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e1",
        "10.50001",
        "\"1e1\"",
        "\"1E+3\"",
        "\"+1\"",
        "\".5\"",
        "\"5.\"",
        "\" 5\"",
        "\"\"",
        "\"1,000\"",
        "\"0x1\"",
        "\"١\"",
        "true",
        "[\"1\"]",
        "\"-1\"",
        "\"1.005\"",
        "\"12345678901\""
      })
  void an_amount_is_written_in_plain_digits(String amount) {
    refused(price(amount), 400, "invalid-request")
        .body("violations.pointer[0]", equalTo("/price/amount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "10.5", "0", "129.00", "9999999999.99"})
  void an_amount_needs_no_decimals(String amount) {
    price("\"" + amount + "\"").statusCode(201);
    price(amount).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "5.50, JPY, has no decimals in JPY",
    "0.01, KRW, has no decimals in KRW",
    "1.234, USD, has at most 2 decimals in USD",
    "1.234, KWD, has at most 2 decimals in KWD"
  })
  void an_amount_has_no_more_decimals_than_its_currency(
      String amount, String currency, String message) {
    refused(price("\"" + amount + "\"", currency), 400, "invalid-request")
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo("/price/amount"))
        .body("violations[0].message", equalTo(message));
  }

  @Test
  void decimals_that_are_nothing_are_fine_in_every_currency() {
    price("\"5.00\"", "JPY").statusCode(201);
    price("5.0", "JPY").statusCode(201);
    price("500", "JPY").statusCode(201);
  }

  private static ValidatableResponse price(String amount) {
    return price(amount, "USD");
  }

  private static ValidatableResponse price(String amount, String currency) {
    return json("{\"text\":\"a\",\"price\":{\"amount\":%s,\"currency\":\"%s\"}}"
            .formatted(amount, currency))
        .post("/v1/notes")
        .then();
  }

  @Test
  void every_broken_constraint_is_named() {
    refused(
            json("{\"text\":\" \",\"price\":{\"amount\":\"-1\",\"currency\":\"usd\"}}")
                .post("/v1/notes")
                .then(),
            400,
            "invalid-request")
        .body(
            "violations.pointer",
            equalTo(java.util.List.of("/price/amount", "/price/currency", "/text")));
  }

  @Test
  void a_body_of_20_megabytes_is_refused_before_it_is_read_into_memory() {
    String large = "{\"text\":\"" + "x".repeat(20 << 20) + "\"}";
    refused(json(large).post("/v1/notes").then(), 413, "body-too-large");
  }

  @Test
  void an_unknown_query_parameter_is_refused_by_its_name() {
    refused(Call.as("admin").get("/v1/notes?txet=a").then(), 400, "unknown-parameter")
        .body("detail", containsString("txet"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mood=SAD",
        "mood=calm",
        "writtenAfter=yesterday",
        "writtenAfter=2025-02-30",
        "writtenAfter=2025-01-06T09:00",
        "writtenAfter=%2B1000000000-12-31T23:59:59Z",
        "writtenAfter=-999999999-01-01",
        "writtenAfter=1899-01-01",
        "writtenAfter=1764300000",
        "on=1899-12-31",
        "on=%2B10000-01-01",
        "on=2025-02-30",
        "by=7",
        "by=ext:",
        "starred=perhaps",
        "stars=many",
        "stars=1.5"
      })
  void a_query_value_of_a_wrong_form_is_refused_by_its_name(String query) {
    String name = query.substring(0, query.indexOf('='));
    refused(Call.as("admin").get("/v1/notes?" + query).then(), 400, "invalid-request")
        .body("violations[0].pointer", equalTo("?" + name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-06T09:00:00Z",
        "2025-01-06t09:00:00.123456789z",
        "2025-01-06T04:00:00-05:00",
        "1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void every_instant_of_RFC_3339_is_read(String at) {
    json("{\"text\":\"a\",\"at\":\"" + at + "\"}").post("/v1/notes").then().statusCode(201);
  }

  @Test
  void query_values_of_the_right_form_are_read() {
    Call.as("admin")
        .get(
            "/v1/notes?mood=CALM&writtenAfter=2025-01-06T09:00:00Z&on=2025-01-06&by=ext:a&starred=true&stars=3")
        .then()
        .statusCode(200);
  }

  @Test
  void a_plain_date_is_the_start_of_that_day_where_the_company_is() {
    Object read =
        new QueryValues()
            .getConverter(Instant.class, Instant.class, parameterOf("writtenAfter"))
            .fromString("2025-07-01");
    assertThat(read).isEqualTo(Instant.parse("2025-07-01T04:00:00Z"));
    Call.as("admin").get("/v1/notes?writtenAfter=2025-07-01").then().statusCode(200);
  }

  private static Annotation[] parameterOf(String name) {
    return Arrays.stream(NotesResource.class.getDeclaredMethods())
        .flatMap(method -> Arrays.stream(method.getParameterAnnotations()))
        .filter(
            all ->
                Arrays.stream(all)
                    .anyMatch(one -> one instanceof QueryParam q && q.value().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "many", "1.5"})
  void a_limit_out_of_range_is_refused(String limit) {
    refused(Call.as("admin").get("/v1/notes?limit=" + limit).then(), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "%20", "AAAA", "%3D%3D", "eyJ4Ijo3fQ"})
  void a_cursor_that_nobody_gave_out_is_refused(String cursor) {
    refused(Call.as("admin").get("/v1/notes?cursor=" + cursor).then(), 400, "invalid-cursor");
  }

  @Test
  void an_id_of_no_form_is_no_such_thing() {
    refused(Call.as("admin").get("/v1/notes/7").then(), 404, "not-found");
    refused(Call.as("admin").get("/v1/notes/ext:nobody").then(), 404, "not-found");
    refused(Call.as("admin").get("/v1/nowhere").then(), 404, "not-found");
  }

  @Test
  void a_wrong_method_or_content_type_is_refused_with_a_problem() {
    refused(Call.as("admin").delete("/v1/notes").then(), 405, "method-not-allowed");
    refused(
        Call.as("admin").contentType("text/plain").body("a").post("/v1/notes").then(),
        415,
        "unsupported-media-type");
    refused(Call.as("admin").accept("image/png").get("/v1/notes").then(), 406, "not-acceptable");
  }

  @Test
  void a_token_that_is_missing_expired_foreign_or_for_somebody_else_is_refused() {
    refused(RestAssured.get("/v1/notes").then(), 401, "unauthenticated");
    for (String token :
        java.util.List.of(
            Tokens.expired(),
            Tokens.foreign(),
            Tokens.forAnotherAudience(),
            Tokens.fromAnotherIssuer(),
            "nonsense")) {
      refused(Call.with(token).get("/v1/notes").then(), 401, "unauthenticated");
    }
  }

  @Test
  void a_role_that_may_not_is_refused() {
    refused(Call.as("accounting").get("/v1/notes").then(), 403, "forbidden");
  }

  @Test
  void what_nobody_decided_on_is_denied_to_everybody() {
    refused(Call.as("admin").get("/v1/notes/undecided").then(), 403, "forbidden");
  }

  @Test
  void an_unexpected_error_shows_an_id_and_nothing_from_inside() {
    refused(Call.as("admin").get("/v1/notes/broken").then(), 500, "internal-error")
        .body("errorId", not(equalTo(null)))
        .body(not(containsString("secret")));
  }
}
