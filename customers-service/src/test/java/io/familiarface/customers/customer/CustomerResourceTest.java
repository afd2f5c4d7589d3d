package io.familiarface.customers.customer;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServiceTest
class CustomerResourceTest {
  @Inject DataSource database;

  @Test
  void a_customer_is_added_and_read_again() {
    String key = newKey("ADD");
    String location =
        as(Role.CSR)
            .body(dorothy(key))
            .post("/v1/customers")
            .then()
            .statusCode(201)
            .header("ETag", notNullValue())
            .body("preferredName", equalTo("Dorothy"))
            .body("status", equalTo("ACTIVE"))
            .body("burnedBefore.heardAt", notNullValue())
            .body("photo", nullValue())
            .extract()
            .header("Location");
    as(Role.CSR)
        .get(location)
        .then()
        .statusCode(200)
        .body("externalId", equalTo(key))
        .body("name", equalTo("Dorothy's Gifts"))
        .body("address.city", equalTo("Burlington"))
        .body("careLevel", equalTo("RAISED"))
        .body("careReasons.code", contains("BURNED_BEFORE"));
    as(Role.CSR).get("/v1/customers/ext:" + key).then().statusCode(200);
  }

  @Test
  void a_second_customer_with_the_same_external_id_is_refused() {
    String key = newKey("TWICE");
    as(Role.CSR).body(dorothy(key)).post("/v1/customers").then().statusCode(201);
    as(Role.CSR)
        .body(dorothy(key))
        .post("/v1/customers")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("external-id-taken"))
        .body("violations.pointer", contains("/externalId"));
    as(Role.CSR).get("/v1/customers?externalId=" + key).then().body("items", hasSize(1));
  }

  @Test
  void of_many_who_add_the_same_one_at_once_one_succeeds_and_the_others_are_told()
      throws Exception {
    String key = newKey("RACE");
    var writers = Executors.newFixedThreadPool(8);
    try {
      var answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      writers.submit(
                          () -> as(Role.CSR).body(dorothy(key)).post("/v1/customers").statusCode()))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (var answer : answers) {
        statuses.add(answer.get(30, TimeUnit.SECONDS));
      }
      assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    } finally {
      writers.shutdownNow();
    }
    as(Role.CSR).get("/v1/customers?externalId=" + key).then().body("items", hasSize(1));
  }

  @Test
  void a_repeated_request_with_the_same_idempotency_key_adds_one_customer() {
    String key = newKey("IDEM");
    String name = newKey("Idempotent");
    String body = "{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\"}".formatted(name);
    String first = add(key, body).statusCode(201).extract().path("id");
    String second = add(key, body).statusCode(201).extract().path("id");
    assertThat(second).isEqualTo(first);
    add(key, body.replace(name, "Somebody else"))
        .statusCode(422)
        .body("type", endsWith("key-reused"));
    as(Role.CSR).get("/v1/customers?name=" + name).then().body("items", hasSize(1));
  }

  @Test
  void a_patch_changes_what_it_names_and_clears_what_it_says_is_null() {
    String key = newKey("PATCH");
    String tag =
        as(Role.CSR).body(dorothy(key)).post("/v1/customers").then().extract().header("ETag");
    as(Role.CSR)
        .header("If-Match", tag)
        .contentType("application/merge-patch+json")
        .body("{\"preferredName\":\"Dot\",\"burnedBefore\":null,\"address\":{\"city\":\"Stowe\"}}")
        .patch("/v1/customers/ext:" + key)
        .then()
        .statusCode(200)
        .body("preferredName", equalTo("Dot"))
        .body("burnedBefore", nullValue())
        .body("address.city", equalTo("Stowe"))
        .body("address.line1", equalTo("12 Mill Lane"))
        .body("name", equalTo("Dorothy's Gifts"));
  }

  @Test
  void a_patch_without_or_with_a_stale_etag_is_refused_and_changes_nothing() {
    String key = newKey("STALE");
    String tag =
        as(Role.CSR).body(dorothy(key)).post("/v1/customers").then().extract().header("ETag");
    patch(key, null, "{\"name\":\"A\"}", 428);
    patch(key, tag, "{\"name\":\"B\"}", 200);
    patch(key, tag, "{\"name\":\"C\"}", 412);
    as(Role.CSR).get("/v1/customers/ext:" + key).then().body("name", equalTo("B"));
  }

  @Test
  void an_unchanged_customer_is_not_sent_again() {
    String id = newCustomer("Unchanged").toString();
    String tag = as(Role.CSR).get("/v1/customers/" + id).header("ETag");
    as(Role.CSR).header("If-None-Match", tag).get("/v1/customers/" + id).then().statusCode(304);
  }

  @Test
  void customers_are_found_by_the_beginnings_of_their_names_in_any_order() {
    String word = newKey("Zebulon").replace("-", "x");
    as(Role.CSR)
        .body(
            "{\"kind\":\"HOUSEHOLD\",\"name\":\"O'Hara-Lund, %s\",\"preferredName\":\"Zeb\"}"
                .formatted(word))
        .post("/v1/customers")
        .then()
        .statusCode(201);
    for (String asked : List.of(word, "zebulon,lun", "hara " + word, "zeb%20lund%20" + word)) {
      as(Role.CSR)
          .get("/v1/customers?limit=500&name=" + asked.replace(" ", "%20"))
          .then()
          .statusCode(200)
          .body("items.findAll { it.name.endsWith('%s') }".formatted(word), hasSize(1));
    }
    as(Role.CSR).get("/v1/customers?name=" + word + "%20nobody").then().body("items", hasSize(0));
  }

  @Test
  void a_list_is_walked_in_pages_in_every_order_without_losing_anybody() {
    String branch = newKey("branch");
    for (String name : List.of("cleo", "Abe", "abe", "Bea", "dan")) {
      as(Role.MANAGER)
          .body(
              "{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\",\"branch\":\"%s\"}".formatted(name, branch))
          .post("/v1/customers")
          .then()
          .statusCode(201);
    }
    assertThat(walk(branch, "createdAt")).containsExactly("cleo", "Abe", "abe", "Bea", "dan");
    assertThat(walk(branch, "-createdAt")).containsExactly("dan", "Bea", "abe", "Abe", "cleo");
    assertThat(walk(branch, "name")).containsExactly("Abe", "abe", "Bea", "cleo", "dan");
    assertThat(walk(branch, "-name")).containsExactly("dan", "cleo", "Bea", "abe", "Abe");
    as(Role.CSR)
        .get("/v1/customers?branch=" + branch + "&status=LET_GO")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void accounting_sees_whom_to_write_to_and_nothing_said_in_confidence() {
    String key = newKey("ACC");
    as(Role.CSR).body(dorothy(key)).post("/v1/customers").then().statusCode(201);
    as(Role.ACCOUNTING)
        .get("/v1/customers/ext:" + key)
        .then()
        .statusCode(200)
        .body("name", equalTo("Dorothy's Gifts"))
        .body("address.line1", equalTo("12 Mill Lane"))
        .body("preferredName", nullValue())
        .body("phone", nullValue())
        .body("burnedBefore", nullValue());
    as(Role.ACCOUNTING)
        .get("/v1/customers?externalId=" + key)
        .then()
        .body("items[0].burnedBefore", nullValue());
  }

  @Test
  void several_are_read_at_once_by_their_ids() {
    String key = newKey("ids");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(add(key + i, dorothy(key + i)).statusCode(201).extract().path("id"));
    }
    String nobody = UUID.randomUUID().toString();
    as(Role.CSR)
        .get("/v1/customers?ids=%s,%s,%s".formatted(ids.get(2), nobody, ids.get(0)))
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(ids.get(0), ids.get(2)))
        .body("items[0].phone", equalTo("+18025550117"));
    as(Role.ACCOUNTING)
        .get("/v1/customers?ids=" + ids.get(0))
        .then()
        .body("items.id", contains(ids.get(0)))
        .body("items[0].phone", nullValue());
    as(Role.CSR)
        .get("/v1/customers?ids=" + String.join(",", Collections.nCopies(51, nobody)))
        .then()
        .statusCode(400);
  }

  @Test
  void a_name_that_is_older_than_the_guard_of_texts_does_not_end_the_list() throws Exception {
    String branch = newKey("older");
    for (String name : List.of("A", "B", "C", "D", "E")) {
      String body =
          "{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\",\"branch\":\"%s\"}".formatted(name, branch);
      as(Role.CSR).body(body).post("/v1/customers").then().statusCode(201);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement older =
            connection.prepareStatement(
                "update customer set name = name || chr(31) || name where branch = ?")) {
      older.setString(1, branch);
      assertThat(older.executeUpdate()).isEqualTo(5);
    }
    assertThat(walk(branch, "name"))
        .containsExactly("A\u001fA", "B\u001fB", "C\u001fC", "D\u001fD", "E\u001fE");
    assertThat(walk(branch, "-name")).hasSize(5).startsWith("E\u001fE");
  }

  private static List<String> walk(String branch, String sort) {
    List<String> names = new ArrayList<>();
    String page = "/v1/customers?limit=2&branch=" + branch + "&sort=" + sort;
    String next = page;
    while (next != null) {
      var answer = as(Role.CSR).get(next).then().statusCode(200).extract();
      names.addAll(answer.path("items.name"));
      String cursor = answer.path("nextCursor");
      assertThat(answer.header("Link") != null).isEqualTo(cursor != null);
      next = cursor == null ? null : page + "&cursor=" + cursor;
    }
    return names;
  }

  private static io.restassured.response.ValidatableResponse add(String key, String body) {
    return as(Role.CSR).header("Idempotency-Key", key).body(body).post("/v1/customers").then();
  }

  private static void patch(String key, String tag, String body, int status) {
    var request = as(Role.CSR);
    if (tag != null) {
      request.header("If-Match", tag);
    }
    request.body(body).patch("/v1/customers/ext:" + key).then().statusCode(status);
  }

  private static String dorothy(String key) {
    return """
    {"externalId": "%s", "kind": "BUSINESS", "name": "Dorothy's Gifts",
     "preferredName": "Dorothy", "branch": "north", "phone": "+1 802 555 0117",
     "address": {"line1": "12 Mill Lane", "city": "Burlington", "country": "US"},
     "burnedBefore": {"what": "A new face every month."}}"""
        .formatted(key);
  }
}
