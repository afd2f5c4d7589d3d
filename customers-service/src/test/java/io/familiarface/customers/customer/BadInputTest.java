package io.familiarface.customers.customer;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.newKey;
import static io.familiarface.rest.testing.Api.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.familiarface.customers.ServiceTest;
import io.familiarface.database.Database;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a problem that says what is wrong, and nothing has changed. */
@ServiceTest
class BadInputTest {

  @Inject Database database;

  private long customersBefore;
  private long eventsBefore;

  @BeforeEach
  void count() {
    customersBefore = rows("customer");
    eventsBefore = events();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(rows("customer")).isEqualTo(customersBefore);
    assertThat(events()).isEqualTo(eventsBefore);
  }

  @Test
  void malformed_json() {
    refused(add("{\"kind\":\"HOUSEHOLD\",\"name\":"), 400, "malformed-json");
  }

  @Test
  void duplicate_keys() {
    refused(add("{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"name\":\"B\"}"), 400, "malformed-json");
  }

  @Test
  void an_unknown_field_is_refused_by_its_name() {
    refused(add("{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"age\":70}"), 400, "invalid-request")
        .body("violations.pointer", hasItem("/age"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"HOUSEHOLD\",\"name\":7} | /name",
        "{\"kind\":\"PALACE\",\"name\":\"A\"} | /kind",
        "{\"name\":\"A\"} | /kind",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"  \"} | /name",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"email\":\"no address\"} | /email",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"phone\":\"call me\"} | /phone",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"createdAt\":\"yesterday\"} | /createdAt",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"createdAt\":\"2999-01-01T00:00:00Z\"} |"
            + " /createdAt",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"burnedBefore\":{}} | /burnedBefore/what",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"address\":{\"line1\":\"1\",\"city\":\"B\",\"country\":\"usa\"}}"
            + " | /address/country",
        "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"externalId\":\"blank after \"} | /externalId"
      })
  void wrong_types_and_values_are_refused_by_their_place(String body, String pointer) {
    refused(add(body), 400, "invalid-request").body("violations.pointer", hasItem(pointer));
  }

  @Test
  void nobody_has_a_birthday_in_2190() {
    refused(
            add("{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"birthday\":\"2190-05-01\"}"),
            400,
            "invalid-request")
        .body("violations.pointer", hasItem("/birthday"));
    refused(
            add("{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"createdAt\":\"2190-05-01T00:00:00Z\"}"),
            400,
            "invalid-request")
        .body("violations.pointer", hasItem("/createdAt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u00E9", "\u05DE", "\u0639", "\u6797", "\uD83D\uDE00", "e\u0301"})
  void a_name_of_ten_thousand_letters_in_any_script(String letter) {
    for (String field : new String[] {"name", "preferredName", "branch"}) {
      String body = "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"%s\":\"%s\"}";
      body = field.equals("name") ? body.replace("\"name\":\"A\",", "") : body;
      refused(add(body.formatted(field, letter.repeat(10_000))), 400, "invalid-request")
          .body("violations.pointer", hasItem("/" + field));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"text\"", ""})
  void a_body_that_is_no_object(String body) {
    ValidatableResponse answer = add(body);
    answer.statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_body_of_twenty_megabytes() {
    String body = "{\"kind\":\"HOUSEHOLD\",\"name\":\"" + "x".repeat(20 << 20) + "\"}";
    refused(add(body), 413, "body-too-large");
  }

  @Test
  void a_body_that_is_no_json() {
    as(Role.CSR)
        .contentType("text/plain")
        .body("Dorothy")
        .post("/v1/customers")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void a_list_with_semicolons_or_tabs_between_its_columns() {
    for (String between : new String[] {";", "\t"}) {
      String list =
          "\uFEFFexternalId,kind,name\n%s,HOUSEHOLD,Ada Miller\n"
              .formatted(newKey("BAD"))
              .replace(",", between);
      refused(importing("text/csv", list.getBytes(UTF_8)), 400, "invalid-request")
          .body("detail", containsString("save the file with commas"));
    }
  }

  @Test
  void a_list_in_another_charset_than_it_says() {
    byte[] list =
        "externalId,kind,name\n%s,HOUSEHOLD,Zo\u00EB Miller\n"
            .formatted(newKey("BAD"))
            .getBytes(ISO_8859_1);
    importing("text/csv; charset=utf-8", list)
        .statusCode(200)
        .body(containsString("REJECTED"))
        .body(containsString("charset=windows-1252"));
    importing("text/csv; charset=klingon", list).statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=age",
        "status=GONE",
        "limit=0",
        "limit=501",
        "limit=many",
        "cursor=nonsense",
        "name=%21%21",
        "city=Burlington",
        "ids=",
        "ids=dorothy",
        "ids=0197c9a4-0000-7000-8000-000000000001,",
        "ids=0197c9a4-0000-7000-8000-000000000001&q=dorothy",
        "branch=a&branch=b"
      })
  void filters_and_cursors_that_make_no_sense(String query) {
    as(Role.CSR)
        .get("/v1/customers?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", not(blankOrNullString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody", "ext:NOBODY", "01978c5e-0000-7000-8000-000000000000", "1-1-1-1-1"})
  void a_customer_that_is_not_there(String ref) {
    as(Role.CSR)
        .get("/v1/customers/" + ref)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", not(blankOrNullString()));
  }

  @Test
  void no_token_an_expired_one_and_a_foreign_one() {
    for (String token : new String[] {"", Tokens.expired(), Tokens.foreign()}) {
      with(token)
          .get("/v1/customers")
          .then()
          .statusCode(401)
          .contentType("application/problem+json");
    }
  }

  @Test
  void a_technician_who_asks_for_somebody_elses_customer_learns_not_even_that_there_is_one() {
    UUID technician = UUID.randomUUID();
    for (String path : new String[] {"/card", "/photo"}) {
      asTechnician(technician)
          .get("/v1/customers/ext:NOBODY" + path)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", endsWith("not-your-customer"));
    }
  }

  @Test
  void a_customer_since_long_ago_is_added_by_a_manager_only() {
    String body = "{\"kind\":\"HOUSEHOLD\",\"name\":\"A\",\"createdAt\":\"2020-01-01T00:00:00Z\"}";
    refused(add(body), 403, "forbidden").body("violations.pointer", hasItem("/createdAt"));
  }

  @Test
  void the_cursor_of_another_list() {
    String cursor =
        as(Role.CSR).get("/v1/customers?limit=1&sort=name").then().extract().path("nextCursor");
    if (cursor != null) {
      as(Role.CSR)
          .get("/v1/customers?limit=1&sort=-name&cursor=" + cursor)
          .then()
          .statusCode(400)
          .body("type", endsWith("invalid-cursor"));
    }
  }

  private static ValidatableResponse add(String body) {
    return as(Role.CSR)
        .header("Idempotency-Key", newKey("BAD"))
        .body(body)
        .post("/v1/customers")
        .then();
  }

  private static ValidatableResponse importing(String contentType, byte[] list) {
    return as(Role.ADMIN).contentType(contentType).body(list).post("/v1/customers/import").then();
  }

  private static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", endsWith(":" + slug));
  }

  private long rows(String table) {
    return database.sql("select count(*) from " + table).one(Long.class);
  }

  private long events() {
    return rows("feed_inbox") + rows("feed_event");
  }
}
