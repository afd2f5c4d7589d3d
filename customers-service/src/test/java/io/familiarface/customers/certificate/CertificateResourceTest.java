package io.familiarface.customers.certificate;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CertificateResourceTest {
  @Inject EntityManager entities;

  private UUID grace;
  private UUID june;

  @BeforeEach
  void two_neighbours() {
    grace = newCustomer("Grace");
    june = newCustomer("June");
  }

  @Test
  void one_that_was_passed_on_is_redeemed_once_and_brings_a_referral() {
    String code = code(issue(tenPercent(true), 201));
    ValidatableResponse redeemed = redeem(code, june, 200);
    String referral = redeemed.extract().path("redemption.referralId");
    redeemed
        .body("state", equalTo("REDEEMED"))
        .body("redemption.customerId", equalTo(june.toString()))
        .body("redemption.broughtBy", equalTo(grace.toString()))
        .body("redemption.by", equalTo("test csr"));
    as(Role.CSR)
        .get("/v1/referrals/" + referral)
        .then()
        .statusCode(200)
        .body("source", equalTo("CERTIFICATE"))
        .body("state", equalTo("BECAME_CUSTOMER"))
        .body("byCustomerId", equalTo(grace.toString()))
        .body("customerId", equalTo(june.toString()))
        .body("name", equalTo("June"));
    redeem(code, june, 409).body("type", endsWith("already-redeemed"));
    redeem(code(issue(tenPercent(true), 201)), june, 200)
        .body("redemption.referralId", equalTo(referral));
  }

  @Test
  void of_many_at_the_same_instant_one_wins() throws Exception {
    List<UUID> friends = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      friends.add(newCustomer("Friend " + i));
    }
    for (int round = 0; round < 5; round++) {
      String code = code(issue(tenPercent(true), 201));
      List<Integer> statuses =
          atOnce(
              friends.stream()
                  .<Callable<Integer>>map(
                      friend ->
                          () ->
                              json(Role.CSR, redeemer(friend))
                                  .post("/v1/certificates/" + code + "/redemption")
                                  .statusCode())
                  .toList());
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }
  }

  @Test
  void one_to_pass_on_is_not_for_its_holder_and_one_for_its_holder_is_for_nobody_else() {
    String toPassOn = code(issue(tenPercent(true), 201));
    redeem(toPassOn, grace, 409).body("type", endsWith("certificate-of-their-own"));
    String own = code(issue(tenPercent(false), 201));
    redeem(own, june, 409).body("type", endsWith("certificate-not-transferable"));
    redeem(own, UUID.randomUUID(), 422).body("type", endsWith("unknown-customer"));
    redeem(own, grace, 200).body("redemption.referralId", nullValue());
    read(toPassOn).body("state", equalTo("OPEN")).body("redemption", nullValue());
  }

  @Test
  void after_its_end_it_is_worth_nothing() {
    String code = code(issue(tenPercent(false), 201));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update certificate set valid_until = date '2025-01-31' where code = :code")
                    .setParameter("code", code.replace("-", ""))
                    .executeUpdate());
    redeem(code, grace, 409).body("type", endsWith("certificate-expired"));
    read(code).body("state", equalTo("EXPIRED"));
    for (String state : new String[] {"EXPIRED", "OPEN", "REDEEMED"}) {
      as(Role.CSR)
          .get("/v1/certificates?customerId=" + grace + "&state=" + state)
          .then()
          .statusCode(200)
          .body("items", hasSize(state.equals("EXPIRED") ? 1 : 0));
    }
  }

  @Test
  void a_code_is_found_however_it_was_typed_and_nobody_guesses_one() {
    String code = code(issue(tenPercent(false), 201));
    assertThat(code).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
    read(code.toLowerCase().replace("-", "")).body("code", equalTo(code));
    as(Role.CSR)
        .get("/v1/certificates/0000-0000-0000-0000")
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-certificate"));
    as(Role.CSR).get("/v1/certificates/nonsense").then().statusCode(404);
  }

  @Test
  void an_amount_and_a_gift_are_what_they_say() {
    issue(
            """
            {"kind":"AMOUNT","amount":{"amount":"25.00","currency":"USD"},"customerId":"%s"}""",
            201)
        .body("amount.amount", equalTo("25.00"))
        .body("transferable", equalTo(false))
        .body("validUntil", notNullValue());
    issue(
            """
            {"kind":"GIFT","gift":"A dessert at Rosa's","customerId":"%s","transferable":true}""",
            201)
        .body("gift", equalTo("A dessert at Rosa's"))
        .body("code", matchesPattern("[0-9A-Z-]{19}"));
  }

  @Test
  void what_the_company_does_not_give_away_is_refused_by_name() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    refused("{\"kind\":\"PERCENT\",\"customerId\":\"%s\"}", "/percent");
    refused("{\"kind\":\"PERCENT\",\"percent\":90,\"customerId\":\"%s\"}", "/percent");
    refused("{\"kind\":\"PERCENT\",\"percent\":0,\"customerId\":\"%s\"}", "/percent");
    refused(
        "{\"kind\":\"AMOUNT\",\"amount\":{\"amount\":\"0\",\"currency\":\"USD\"},\"customerId\":\"%s\"}",
        "/amount/amount");
    refused(
        "{\"kind\":\"AMOUNT\",\"amount\":{\"amount\":\"9999\",\"currency\":\"USD\"},\"customerId\":\"%s\"}",
        "/amount/amount");
    refused("{\"kind\":\"GIFT\",\"percent\":5,\"gift\":\"Pie\",\"customerId\":\"%s\"}", "/kind");
    String valid = "{\"kind\":\"GIFT\",\"gift\":\"Pie\",\"customerId\":\"%s\",\"validUntil\":\"";
    refused(valid + today.minusDays(3) + "\"}", "/validUntil");
    refused(valid + "2190-01-01\"}", "/validUntil");
    json(Role.CSR, "{\"kind\":\"GIFT\",\"gift\":\"Pie\"}")
        .post("/v1/certificates")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/customerId"));
    as(Role.CSR)
        .get("/v1/certificates?customerId=" + grace)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void a_customer_holds_no_more_open_ones_than_the_company_allows() {
    for (int i = 0; i < 20; i++) {
      issue(tenPercent(false), 201);
    }
    issue(tenPercent(false), 409).body("type", endsWith("too-many-certificates"));
    var first =
        as(Role.CSR)
            .get("/v1/certificates?limit=15&customerId=" + grace)
            .then()
            .statusCode(200)
            .body("items", hasSize(15));
    as(Role.CSR)
        .get(
            "/v1/certificates?limit=15&customerId="
                + grace
                + "&cursor="
                + first.extract().path("nextCursor"))
        .then()
        .statusCode(200)
        .body("items", hasSize(5));
  }

  @Test
  void another_system_names_one_by_its_own_key() {
    String key = newKey("CT");
    String body =
        "{\"externalId\":\"" + key + "\",\"kind\":\"PERCENT\",\"percent\":5,\"customerId\":\"%s\"}";
    issue(body, 201);
    issue(body, 409).body("type", endsWith("external-id-taken"));
    read("ext:" + key).body("percent", equalTo(5));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      CyclicBarrier start = new CyclicBarrier(calls.size());
      List<Future<Integer>> answers = new ArrayList<>();
      for (Callable<Integer> call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  private void refused(String body, String pointer) {
    issue(body, 400).body("violations.pointer", contains(pointer));
  }

  private ValidatableResponse issue(String body, int status) {
    return json(Role.CSR, body.formatted(grace)).post("/v1/certificates").then().statusCode(status);
  }

  private static String tenPercent(boolean transferable) {
    return "{\"kind\":\"PERCENT\",\"percent\":10,\"customerId\":\"%s\",\"transferable\":"
        + transferable
        + "}";
  }

  private static ValidatableResponse redeem(String code, UUID customer, int status) {
    return json(Role.CSR, redeemer(customer))
        .post("/v1/certificates/" + code + "/redemption")
        .then()
        .statusCode(status);
  }

  private static String redeemer(UUID customer) {
    return "{\"customerId\":\"" + customer + "\"}";
  }

  private static ValidatableResponse read(String code) {
    return as(Role.CSR).get("/v1/certificates/" + code).then().statusCode(200);
  }

  private static String code(ValidatableResponse issued) {
    return issued.extract().path("code");
  }
}
