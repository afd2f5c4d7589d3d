package io.familiarface.customers;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static io.familiarface.rest.testing.Api.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.rest.security.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same lines again are UNCHANGED and change nothing, whatever has happened in between. */
@ServiceTest
class ImportedAgainTest {
  private static final String CUSTOMERS = "/v1/customers/import";
  private static final String PROMISES = "/v1/promises/import";

  @Inject SimulatedFeeds told;

  @Test
  void what_was_changed_by_hand_stays_when_the_same_customer_is_imported_again() {
    String key = newKey("AGAIN");
    String line = customer(key, "Dorothy's Gifts");
    assertThat(statuses(importing(CUSTOMERS, line))).containsExactly("CREATED");
    patch(
        key,
        """
        {"name":"Dorothy's Flowers","phone":"802-555-0101","branch":"south",
         "address":{"line2":"Unit 4","region":"VT"},"burnedBefore":{"what":"They never came."}}""");
    String read = as(Role.CSR).get("/v1/customers/ext:" + key).asString();
    String tag = etag("/v1/customers/ext:" + key);
    assertThat(statuses(importing(CUSTOMERS, line))).containsExactly("UNCHANGED");
    assertThat(as(Role.CSR).get("/v1/customers/ext:" + key).asString()).isEqualTo(read);
    assertThat(etag("/v1/customers/ext:" + key)).isEqualTo(tag);
  }

  @Test
  void another_line_changes_what_it_says_and_leaves_what_it_does_not_say() {
    String key = newKey("AGAIN");
    importing(CUSTOMERS, customer(key, "Dorothy's Gifts"));
    patch(
        key,
        "{\"phone\":\"802-555-0101\",\"email\":\"d@example.com\",\"address\":{\"line2\":\"Unit 4\"}}");
    assertThat(statuses(importing(CUSTOMERS, customer(key, "Dorothy's Flowers"))))
        .containsExactly("UPDATED");
    as(Role.CSR)
        .get("/v1/customers/ext:" + key)
        .then()
        .body("name", equalTo("Dorothy's Flowers"))
        .body("phone", equalTo("+18025550101"))
        .body("email", equalTo("d@example.com"))
        .body("address.line2", equalTo("Unit 4"));
    String moved = customer(key, "Dorothy's Flowers").replace("12 Mill Lane", "3 Elm Street");
    assertThat(statuses(importing(CUSTOMERS, moved))).containsExactly("UPDATED");
    as(Role.CSR)
        .get("/v1/customers/ext:" + key)
        .then()
        .body("address.line1", equalTo("3 Elm Street"))
        .body("address.line2", equalTo(null));
  }

  @Test
  void a_customer_who_was_added_by_hand_keeps_what_the_first_line_does_not_say() {
    String key = newKey("AGAIN");
    json(
            Role.CSR,
            "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"Dorothy\",\"phone\":\"802-555-0101\"}"
                .formatted(key))
        .post("/v1/customers")
        .then()
        .statusCode(201);
    String line = customer(key, "Dorothy");
    assertThat(statuses(importing(CUSTOMERS, line))).containsExactly("UPDATED");
    assertThat(statuses(importing(CUSTOMERS, line))).containsExactly("UNCHANGED");
    as(Role.CSR).get("/v1/customers/ext:" + key).then().body("phone", equalTo("+18025550101"));
  }

  @Test
  void a_file_that_names_one_customer_twice_is_unchanged_throughout_the_second_time() {
    String key = newKey("AGAIN");
    String[] file = {customer(key, "First"), customer(key, "Second")};
    assertThat(statuses(importing(CUSTOMERS, file))).containsExactly("CREATED", "UPDATED");
    String tag = etag("/v1/customers/ext:" + key);
    Response again = importing(CUSTOMERS, file);
    assertThat(statuses(again)).containsExactly("UNCHANGED", "UNCHANGED");
    assertThat(again.asString().lines().findFirst().orElseThrow())
        .contains("Line 2 has the same key and says something else");
    assertThat(etag("/v1/customers/ext:" + key)).isEqualTo(tag);
    as(Role.CSR).get("/v1/customers/ext:" + key).then().body("name", equalTo("Second"));
  }

  @Test
  void two_customers_whom_a_file_brings_and_corrects_are_both_as_their_last_lines_say() {
    String first = newKey("AGAIN");
    String second = newKey("AGAIN");
    assertThat(
            statuses(
                importing(
                    CUSTOMERS,
                    customer(first, "Before"),
                    customer(second, "Before"),
                    customer(second, "After"),
                    customer(first, "After"))))
        .containsExactly("CREATED", "CREATED", "UPDATED", "UPDATED");
    for (String key : List.of(first, second)) {
      as(Role.CSR).get("/v1/customers/ext:" + key).then().body("name", equalTo("After"));
    }
  }

  @Test
  void what_was_decided_stays_when_the_same_promise_is_imported_again() {
    String customer = newKey("AGAIN");
    importing(CUSTOMERS, customer(customer, "Dorothy's Gifts"));
    String promise = "/v1/customers/ext:" + customer + "/promises/ext:" + customer;
    String line = promise(customer, customer);
    assertThat(statuses(importing(PROMISES, line))).containsExactly("CREATED");
    json(Role.CSR, "{\"state\":\"RELEASED\",\"reason\":\"They asked for a text message.\"}")
        .post(promise + "/decision")
        .then()
        .statusCode(201);
    String read = as(Role.CSR).get(promise).asString();
    String tag = etag(promise);
    assertThat(statuses(importing(PROMISES, line))).containsExactly("UNCHANGED");
    assertThat(as(Role.CSR).get(promise).asString()).isEqualTo(read);
    assertThat(etag(promise)).isEqualTo(tag);
  }

  @Test
  void a_promise_that_was_made_by_hand_keeps_what_the_line_does_not_say() {
    String key = newKey("AGAIN");
    UUID alan = UUID.randomUUID();
    told.by(
        "technicians",
        "technician",
        alan,
        "{\"id\":\"%s\",\"name\":\"Alan\",\"skills\":[],\"revision\":1}".formatted(alan));
    importing(CUSTOMERS, customer(key, "Dorothy's Gifts"));
    String promises = "/v1/customers/ext:" + key + "/promises";
    json(
            Role.MANAGER,
            """
            {"externalId":"%s","kind":"SAME_TECHNICIAN","text":"Alan comes.","technicianId":"%s",
             "madeAt":"2025-01-06T09:00:00Z","validUntil":"2099-01-06T09:00:00Z"}"""
                .formatted(key, alan))
        .post(promises)
        .then()
        .statusCode(201);
    String line = promise(key, key).replace("CALL_AHEAD", "SAME_TECHNICIAN");
    assertThat(statuses(importing(PROMISES, line))).containsExactly("UPDATED");
    assertThat(statuses(importing(PROMISES, line))).containsExactly("UNCHANGED");
    as(Role.CSR)
        .get(promises + "/ext:" + key)
        .then()
        .body("technicianId", equalTo(alan.toString()))
        .body("validUntil", equalTo("2099-01-06T09:00:00Z"));
  }

  @Test
  void two_imports_of_the_same_customers_at_once_blame_no_line_for_the_other() throws Exception {
    String[] lines =
        IntStream.range(0, 60)
            .mapToObj(n -> customer(newKey("BOTH"), "Customer " + n))
            .toArray(String[]::new);
    Set<List<String>> answers = atOnce(CUSTOMERS, lines);
    assertThat(answers).allSatisfy(one -> assertThat(one).hasSize(60).doesNotContain("REJECTED"));
    assertThat(answers.stream().flatMap(List::stream).filter("CREATED"::equals)).hasSize(60);
    assertThat(statuses(importing(CUSTOMERS, lines))).containsOnly("UNCHANGED");
  }

  @Test
  void two_imports_of_the_same_promises_at_once_blame_no_line_for_the_other() throws Exception {
    String customer = newKey("BOTH");
    importing(CUSTOMERS, customer(customer, "Dorothy's Gifts"));
    String[] lines =
        IntStream.range(0, 60)
            .mapToObj(n -> promise(newKey("BOTH"), customer))
            .toArray(String[]::new);
    Set<List<String>> answers = atOnce(PROMISES, lines);
    assertThat(answers).allSatisfy(one -> assertThat(one).hasSize(60).doesNotContain("REJECTED"));
    assertThat(answers.stream().flatMap(List::stream).filter("CREATED"::equals)).hasSize(60);
    assertThat(statuses(importing(PROMISES, lines))).containsOnly("UNCHANGED");
  }

  /** The lines as they are and in the other order. */
  private static Set<List<String>> atOnce(String path, String... lines) throws Exception {
    List<String> backwards = new ArrayList<>(List.of(lines));
    Collections.reverse(backwards);
    Callable<List<String>> one = () -> statuses(importing(path, lines));
    Callable<List<String>> other =
        () -> statuses(importing(path, backwards.toArray(String[]::new)));
    var both = Executors.newFixedThreadPool(2);
    try {
      Set<List<String>> answers = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      for (var answer : both.invokeAll(List.of(one, other))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      both.shutdownNow();
    }
  }

  private static void patch(String key, String patch) {
    String path = "/v1/customers/ext:" + key;
    json(Role.CSR, patch).header("If-Match", etag(path)).patch(path).then().statusCode(200);
  }

  private static String customer(String key, String name) {
    return """
    {"externalId":"%s","kind":"BUSINESS","name":"%s","address":{"line1":"12 Mill Lane","city":"Burlington"}}"""
        .formatted(key, name);
  }

  private static String promise(String key, String customer) {
    return """
    {"externalId":"%s","customerExternalId":"%s","kind":"CALL_AHEAD","text":"We ring before.","madeBy":"Office","madeAt":"2025-01-06T09:00:00Z"}"""
        .formatted(key, customer);
  }
}
