package io.familiarface.customers.promise;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.newKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PromiseResourceTest {

  @Inject PromiseExpiry expiry;
  @Inject EntityManager entities;

  private String promises;

  @BeforeEach
  void a_customer() {
    promises = "/v1/customers/" + newCustomer("Grace") + "/promises";
  }

  @Test
  void a_promise_stands_until_somebody_says_what_became_of_it() {
    String key = newKey("P");
    as(Role.CSR)
        .body(callAhead(key))
        .post(promises)
        .then()
        .statusCode(201)
        .body("state", equalTo("STANDING"))
        .body("madeBy", equalTo("test csr"));
    as(Role.CSR)
        .body("{\"state\":\"BROKEN\",\"reason\":\"Nobody rang.\"}")
        .post(promises + "/ext:" + key + "/decision")
        .then()
        .statusCode(201)
        .body("state", equalTo("BROKEN"))
        .body("decidedBy.type", equalTo("person"))
        .body("decidedBy.name", equalTo("test csr"))
        .body("decidedBy.reason", equalTo("Nobody rang."))
        .body("breaches", hasSize(1));
  }

  @Test
  void a_second_decision_is_refused_and_changes_nothing() {
    String key = newKey("P");
    as(Role.CSR).body(callAhead(key)).post(promises).then().statusCode(201);
    decide(key, "KEPT", 201);
    as(Role.CSR)
        .body("{\"state\":\"BROKEN\",\"reason\":\"No.\"}")
        .post(promises + "/ext:" + key + "/decision")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("already-decided"));
    as(Role.CSR).get(promises + "/ext:" + key).then().body("state", equalTo("KEPT"));
  }

  @Test
  void that_another_technician_came_is_not_said_by_hand() {
    String key = newKey("P");
    as(Role.CSR)
        .body(
            """
            {"externalId":"%s","kind":"SAME_TECHNICIAN","text":"Always the same."}"""
                .formatted(key))
        .post(promises)
        .then()
        .statusCode(201);
    as(Role.CSR)
        .body("{\"state\":\"BROKEN\",\"reason\":\"No.\"}")
        .post(promises + "/ext:" + key + "/decision")
        .then()
        .statusCode(422)
        .body("type", endsWith("decided-by-visits"));
    decide(key, "RELEASED", 201);
  }

  @Test
  void a_promise_that_came_to_its_end_unbroken_was_kept() {
    String key = newKey("P");
    as(Role.MANAGER)
        .body(
            """
            {"externalId":"%s","kind":"PRICE","text":"No rise this year.",
             "madeAt":"2025-01-06T09:00:00Z","validUntil":"%s"}"""
                .formatted(key, Instant.now().plus(Duration.ofDays(1))))
        .post(promises)
        .then()
        .statusCode(201)
        .body("state", equalTo("STANDING"));
    aDayPasses(key);
    expiry.decideExpired();
    as(Role.CSR)
        .get(promises + "/ext:" + key)
        .then()
        .body("state", equalTo("KEPT"))
        .body("decidedBy.type", equalTo("time"));
  }

  @Test
  void promises_are_listed_newest_first_in_pages() {
    for (int day = 1; day <= 3; day++) {
      as(Role.MANAGER)
          .body(
              """
              {"kind":"OTHER","text":"of day %d","madeAt":"2025-01-0%dT09:00:00Z"}"""
                  .formatted(day, day))
          .post(promises)
          .then()
          .statusCode(201);
    }
    var first = as(Role.CSR).get(promises + "?limit=2").then().statusCode(200);
    first.body("items.text", contains("of day 3", "of day 2"));
    String cursor = first.extract().path("nextCursor");
    as(Role.CSR)
        .get(promises + "?limit=2&cursor=" + cursor)
        .then()
        .body("items.text", contains("of day 1"));
  }

  @Test
  void a_technician_whom_nobody_knows_is_not_promised_while_jobs_cannot_be_asked() {
    as(Role.CSR)
        .body(
            """
            {"kind":"SAME_TECHNICIAN","text":"I will be yours.","technicianExternalId":"T-NONE"}""")
        .post(promises)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", endsWith("jobs-service-unreachable"));
    as(Role.CSR).get(promises).then().body("items", hasSize(0));
  }

  @Test
  void an_empty_field_names_no_technician() {
    for (String empty : new String[] {"", " "}) {
      as(Role.CSR)
          .body(
              "{\"kind\":\"SAME_TECHNICIAN\",\"text\":\"I come.\",\"technicianExternalId\":\"%s\"}"
                  .formatted(empty))
          .post(promises)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("/technicianExternalId"));
    }
  }

  @Test
  void both_ways_of_naming_the_technician_at_once_are_refused() {
    as(Role.CSR)
        .body(
            """
            {"kind":"SAME_TECHNICIAN","text":"I will be yours.","technicianExternalId":"T1",
             "technicianId":"%s"}"""
                .formatted(UUID.randomUUID()))
        .post(promises)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/technicianExternalId"));
  }

  @Test
  void a_promise_in_the_future_or_long_ago_is_refused() {
    as(Role.MANAGER)
        .body(
            """
            {"kind":"OTHER","text":"x","madeAt":"%s"}"""
                .formatted(Instant.now().plusSeconds(3600)))
        .post(promises)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/madeAt"));
    as(Role.CSR)
        .body("{\"kind\":\"OTHER\",\"text\":\"x\",\"madeAt\":\"2025-01-06T09:00:00Z\"}")
        .post(promises)
        .then()
        .statusCode(403);
    as(Role.CSR).get(promises).then().body("items", hasSize(0));
  }

  @Test
  void a_promise_that_ends_before_it_was_made_is_refused() {
    as(Role.MANAGER)
        .body(
            """
            {"kind":"PRICE","text":"x","madeAt":"2025-01-06T09:00:00Z",
             "validUntil":"2025-01-05T09:00:00Z"}""")
        .post(promises)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/validUntil"));
  }

  @Test
  void the_promise_of_another_customer_is_not_found_here() {
    String key = newKey("P");
    as(Role.CSR).body(callAhead(key)).post(promises).then().statusCode(201);
    as(Role.CSR)
        .get("/v1/customers/" + newCustomer("Other") + "/promises/ext:" + key)
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-promise"));
  }

  private void decide(String key, String state, int status) {
    as(Role.CSR)
        .body("{\"state\":\"%s\",\"reason\":\"As agreed.\"}".formatted(state))
        .post(promises + "/ext:" + key + "/decision")
        .then()
        .statusCode(status);
  }

  private static String callAhead(String key) {
    return """
    {"externalId":"%s","kind":"CALL_AHEAD","text":"We ring half an hour before."}"""
        .formatted(key);
  }

  private void aDayPasses(String key) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update promise set valid_until = now() - interval '1 second'"
                            + " where external_id = :key")
                    .setParameter("key", key)
                    .executeUpdate());
  }
}
