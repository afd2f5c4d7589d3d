package io.familiarface.customers.customer;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As a receptionist types. */
@ServiceTest
class CustomerSearchTest {

  @ParameterizedTest
  @CsvSource({
    "kestrel, name",
    "estre, name",
    "KESTREL'S book, name",
    "quillan, preferredName",
    "quil kest, name",
    "(972) 555-01, phone",
    "9725550143, phone",
    "+1 972.555 0143, phone",
    "001 972 555, phone",
    "55 thistledown, address",
    "istledow lan, address",
    "birdboo, email",
    "kstrel, name",
    "kesterl, name",
    "quilan kestrle, name",
    "thisledown, address"
  })
  void a_part_of_anything_finds_them_and_says_where_it_was(String typed, String field) {
    String key = kestrel();
    find(typed).body("items.externalId", hasItem(key)).body("items.match", hasItem(field));
  }

  @Test
  void somebody_under_the_customer_and_a_place_of_theirs_are_found_as_well() {
    String key = kestrel();
    post(key, "people", "{\"name\":\"Zebulon Pike\",\"phone\":\"972 555 0188\"}");
    post(
        key,
        "sites",
        """
        {"name":"Depot","address":{"line1":"9 Wolfsbane Alley","city":"Stowe"}}\
        """);
    find("zebul").body("items.externalId", hasItem(key)).body("items.match", hasItem("people"));
    find("9725550188").body("items.externalId", hasItem(key));
    find("wolfsbane").body("items.externalId", hasItem(key)).body("items.match", hasItem("sites"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Мария Журавлёва", "王小明堂", "Zoë Ångström-Løvås", "O’Connell Bros."})
  void a_name_in_any_script_is_found_by_its_beginning(String name) {
    String key = add(name, "");
    find(name.substring(0, 3)).body("items.externalId", hasItem(key));
    find(name).body("items.externalId", hasItem(key));
  }

  @Test
  void whole_words_come_before_beginnings_and_those_before_the_middle() {
    String middle = add("Upfernwood", "");
    String begun = add("Fernwoodian", "");
    String whole = add("Old Fernwood", "");
    find("fernwood").body("items.externalId", contains(whole, begun, middle));
  }

  @Test
  void a_word_that_there_is_was_meant_unless_nobody_has_it_with_the_others() {
    String osterlo = add("Wilma Osterlo", "");
    String osterla = add("Bertha Osterla", "");
    find("osterla").body("items.externalId", contains(osterla));
    find("wilma osterla").body("items.externalId", contains(osterlo));
    find("ostrela").body("items.externalId", contains(osterla));
  }

  @Test
  void a_changed_name_is_found_and_the_old_one_is_not() {
    String key = add("Before Marigoldson", "");
    as(Role.CSR)
        .header("If-Match", "\"0\"")
        .body("{\"name\":\"After Larkspurson\"}")
        .patch("/v1/customers/ext:" + key)
        .then()
        .statusCode(200);
    find("larkspurson").body("items.externalId", contains(key));
    find("marigoldson").body("items", empty());
  }

  @Test
  void a_mistyped_word_is_put_right_among_those_of_a_branch() {
    String branch = newKey("branch");
    String key = add("Marigold Fennimore", ",\"branch\":\"" + branch + "\"");
    as(Role.CSR)
        .get("/v1/customers?q=fenimore&branch=" + branch)
        .then()
        .statusCode(200)
        .body("items.externalId", contains(key));
    as(Role.CSR)
        .get("/v1/customers?q=fenimore&branch=" + newKey("branch"))
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void many_come_page_by_page_each_once() {
    String branch = newKey("branch");
    for (int i = 0; i < 7; i++) {
      add("Cloverfield " + i, ",\"branch\":\"" + branch + "\"");
    }
    add("Cloverfield elsewhere", "");
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          as(Role.CSR)
              .get("/v1/customers?q=clover&limit=3&branch=" + branch + cursor)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void accounting_learns_nothing_by_searching_what_is_not_shown() {
    String key = kestrel();
    as(Role.ACCOUNTING)
        .get("/v1/customers?q=9725550143")
        .then()
        .statusCode(200)
        .body("items", empty());
    as(Role.ACCOUNTING)
        .get("/v1/customers?q=kestrel")
        .then()
        .body("items.externalId", hasItem(key))
        .body("items.phone", everyItem(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=", "q=%21%3F", "q=ada&sort=name", "q=ada&name=ada", "q=ada&q=bea"})
  void what_cannot_be_searched_is_refused(String query) {
    as(Role.CSR).get("/v1/customers?" + query).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_a_", "a%b", "\\", "';--", "xqzjv"})
  void marks_that_mean_something_elsewhere_mean_nothing_here(String typed) {
    as(Role.CSR)
        .get("/v1/customers?q=" + encoded("nobodyiscalledthat" + typed))
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  private static ValidatableResponse find(String typed) {
    return as(Role.CSR).get("/v1/customers?q=" + encoded(typed)).then().statusCode(200);
  }

  private static String encoded(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  private static String kestrel() {
    return add(
        "Kestrel's Bookshop",
        """
        ,"preferredName":"Quillan","phone":"972 555 0143","email":"quillan@birdbooks.example",
        "address":{"line1":"55 Thistledown Lane","city":"Burlington","postalCode":"05401"}\
        """);
  }

  private static String add(String name, String more) {
    String key = newKey("FIND");
    as(Role.CSR)
        .body(
            """
            {"externalId":"%s","kind":"BUSINESS","name":"%s"%s}\
            """
                .formatted(key, name, more))
        .post("/v1/customers")
        .then()
        .statusCode(201);
    return key;
  }

  private static void post(String key, String what, String body) {
    as(Role.CSR).body(body).post("/v1/customers/ext:" + key + "/" + what).then().statusCode(201);
  }
}
