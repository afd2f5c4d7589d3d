package io.familiarface.customers.conduct;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.LogCapture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LettingGoResourceTest {
  @Inject EntityManager entities;

  private UUID customer;
  private String path;

  @BeforeEach
  void somebody_difficult() {
    customer = newCustomer("Somebody difficult");
    path = "/v1/customers/" + customer;
  }

  @Test
  void what_happened_is_written_down_and_listed_newest_first() {
    String key = newKey("CE");
    conduct("INCIDENT", 3);
    json(
            Role.CSR,
            "{\"externalId\":\"%s\",\"kind\":\"LIMIT_STATED\",\"text\":\"One more and I end this call.\"}"
                .formatted(key))
        .post(path + "/conduct")
        .then()
        .statusCode(201)
        .body("by", equalTo("test csr"));
    as(Role.CSR)
        .get(path + "/conduct?limit=1")
        .then()
        .statusCode(200)
        .body("items.kind", contains("LIMIT_STATED"))
        .body("nextCursor", notNullValue());
    as(Role.CSR).get(path + "/conduct").then().body("items", hasSize(2));
    as(Role.CSR)
        .get(path + "/conduct/ext:" + key)
        .then()
        .statusCode(200)
        .body("kind", equalTo("LIMIT_STATED"));
    as(Role.CSR)
        .get("/v1/customers/" + newCustomer("Other") + "/conduct/ext:" + key)
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-conduct-entry"));
    json(Role.CSR, "{\"kind\":\"INCIDENT\",\"text\":\"  \"}")
        .post(path + "/conduct")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/text"));
  }

  @Test
  void nobody_is_let_go_before_all_that_the_policy_asks_for_was_tried() {
    conduct("RETENTION_ATTEMPT", 2);
    propose(Role.MANAGER, 409)
        .body("type", endsWith("attempts-missing"))
        .body(
            "missing.kind",
            contains("RETENTION_ATTEMPT", "MANAGER_TALK", "WRITTEN_WARNING", "DAYS"))
        .body("missing.have", contains(1, 0, 0, 2))
        .body("missing.need", contains(3, 1, 1, 14));
    as(Role.CSR)
        .get(path + "/letting-go")
        .then()
        .statusCode(200)
        .body("lettingGo", nullValue())
        .body("missing", hasSize(4));
    everythingIsTried();
    as(Role.CSR).get(path + "/letting-go").then().body("missing", hasSize(0));
    propose(Role.CSR, 201)
        .body("state", equalTo("PROPOSED"))
        .body("proposedBy", equalTo("test csr"));
    propose(Role.MANAGER, 409).body("type", endsWith("letting-go-not-due"));
  }

  @Test
  void nothing_is_let_go_while_jobs_service_does_not_answer() {
    everythingIsTried();
    propose(Role.CSR, 201);
    approve(Role.MANAGER, 503).body("type", endsWith("jobs-service-unreachable"));
    as(Role.CSR).get(path).then().body("status", equalTo("ACTIVE"));
    as(Role.CSR)
        .get(path + "/letting-go")
        .then()
        .body("lettingGo.state", equalTo("PROPOSED"))
        .body("lettingGo.approvedAt", nullValue());
  }

  @Test
  void another_person_agrees() {
    everythingIsTried();
    approve(Role.MANAGER, 409).body("type", endsWith("letting-go-not-due"));
    propose(Role.MANAGER, 201);
    as(Role.CSR)
        .accept("text/html")
        .get(path + "/letting-go/letter")
        .then()
        .statusCode(404)
        .body("type", endsWith("no-letter"));
    approve(Role.MANAGER, 403).body("type", endsWith("needs-another-person"));
    as(Role.CSR).get(path + "/letting-go").then().body("lettingGo.state", equalTo("PROPOSED"));
  }

  @Test
  void their_agreements_end_and_it_can_be_undone() {
    everythingIsTried();
    propose(Role.CSR, 201);
    try (var jobs = new StubbedJobs()) {
      UUID running = jobs.agreement();
      UUID cancelledMeanwhile = jobs.agreementThatAnswers(409);
      UUID notBegun = jobs.agreementThatAnswers(422);
      approve(Role.MANAGER, 200)
          .body("state", equalTo("LET_GO"))
          .body("approvedBy", equalTo("test manager"))
          .body(
              "endedAgreements",
              containsInAnyOrder(running.toString(), cancelledMeanwhile.toString()))
          .body("agreementsNotEnded", contains(notBegun.toString()))
          .body("undoUntil", notNullValue());
      assertThat(jobs.customersAskedFor()).containsExactly(customer.toString());
      assertThat(jobs.keysOf(running)).hasSize(1).allMatch(key -> key.startsWith("letting-go-"));
    }
    as(Role.CSR).get(path).then().body("status", equalTo("LET_GO"));
    as(Role.CSR)
        .accept("text/html")
        .get(path + "/letting-go/letter")
        .then()
        .statusCode(200)
        .body(containsString("Dear Somebody difficult"))
        .body(containsString("test manager"));
    as(Role.CSR)
        .accept("application/pdf")
        .get(path + "/letting-go/letter")
        .then()
        .statusCode(200)
        .contentType("application/pdf");
    approve(Role.ADMIN, 409).body("type", endsWith("letting-go-not-due"));
    propose(Role.CSR, 409);
    undo(200).body("state", equalTo("UNDONE")).body("undoReason", equalTo("They apologised."));
    as(Role.CSR).get(path).then().body("status", equalTo("ACTIVE"));
    undo(409).body("type", endsWith("letting-go-not-due"));
    propose(Role.CSR, 409).body("type", endsWith("attempts-missing"));
  }

  @Test
  void whom_jobs_service_does_not_let_end_agreements_is_told_so_and_nobody_looks_for_keys() {
    everythingIsTried();
    propose(Role.CSR, 201);
    try (var jobs = new StubbedJobs();
        var log = new LogCapture()) {
      jobs.agreementThatAnswers(403);
      approve(Role.MANAGER, 403)
          .body("type", endsWith("forbidden"))
          .body("detail", containsString("does not let you"));
      assertThat(log.text()).doesNotContain("compare the keys");
    }
    as(Role.CSR).get(path + "/letting-go").then().body("lettingGo.state", equalTo("PROPOSED"));
  }

  @Test
  void after_a_month_it_is_too_late_to_undo() {
    everythingIsTried();
    propose(Role.CSR, 201);
    try (var jobs = new StubbedJobs()) {
      jobs.agreement();
      approve(Role.MANAGER, 200);
    }
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update letting_go set approved_at = approved_at - interval '31 days'"
                            + " where customer_id = :customer")
                    .setParameter("customer", customer)
                    .executeUpdate());
    undo(409).body("type", endsWith("undo-too-late"));
    as(Role.CSR).get(path).then().body("status", equalTo("LET_GO"));
  }

  @Test
  void two_who_are_both_being_let_go_are_not_made_one() {
    everythingIsTried();
    propose(Role.CSR, 201);
    UUID first = customer;
    somebody_difficult();
    everythingIsTried();
    propose(Role.CSR, 201);
    json(Role.MANAGER, "{\"from\":\"%s\"}".formatted(first))
        .post(path + "/merge")
        .then()
        .statusCode(409)
        .body("type", endsWith("already-merged"))
        .body("detail", containsString("Undo one of them first"));
    for (UUID each : new UUID[] {first, customer}) {
      as(Role.CSR)
          .get("/v1/customers/" + each + "/letting-go")
          .then()
          .statusCode(200)
          .body("lettingGo.state", equalTo("PROPOSED"));
    }
    undo(200);
    json(Role.MANAGER, "{\"from\":\"%s\"}".formatted(first))
        .post(path + "/merge")
        .then()
        .statusCode(200);
    as(Role.CSR).get(path + "/letting-go").then().body("lettingGo.state", equalTo("PROPOSED"));
  }

  private void everythingIsTried() {
    for (String kind :
        new String[] {
          "RETENTION_ATTEMPT",
          "RETENTION_ATTEMPT",
          "RETENTION_ATTEMPT",
          "MANAGER_TALK",
          "WRITTEN_WARNING"
        }) {
      conduct(kind, 20);
    }
  }

  private void conduct(String kind, int daysAgo) {
    json(
            Role.MANAGER,
            "{\"kind\":\"%s\",\"text\":\"As it was.\",\"at\":\"%s\"}"
                .formatted(kind, Instant.now().minus(Duration.ofDays(daysAgo))))
        .post(path + "/conduct")
        .then()
        .statusCode(201);
  }

  private ValidatableResponse propose(String role, int status) {
    return json(role, "{\"reason\":\"Shouts at everybody.\"}")
        .post(path + "/letting-go")
        .then()
        .statusCode(status);
  }

  private ValidatableResponse approve(String role, int status) {
    return json(role, "{}").post(path + "/letting-go/approval").then().statusCode(status);
  }

  private ValidatableResponse undo(int status) {
    return json(Role.MANAGER, "{\"reason\":\"They apologised.\"}")
        .post(path + "/letting-go/undo")
        .then()
        .statusCode(status);
  }
}
