package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a case, step by step. */
@ServiceTest
class RecoveryTest extends CaseOfGrace {
  @Test
  void a_case_goes_from_the_complaint_to_mended_trust() {
    step("assessment", ASSESSMENT)
        .body("state", equalTo("ASSESSED"))
        .body("severity", equalTo("HIGH"))
        .body("cause", equalTo("DAMAGE"))
        .body("next.step", equalTo("APOLOGY"));
    step("apology", APOLOGY).body("state", equalTo("OWNED")).body("next.step", equalTo("REMEDY"));
    step("remedy", CREDIT)
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.amount.amount", equalTo("40.00"))
        .body("next.step", equalTo("DELIVERY"));
    step("delivery", "{}")
        .body("state", equalTo("REMEDIED"))
        .body("next.step", equalTo("CHECK_IN"));
    step("check-ins", "{\"mood\":\"CALM\",\"trust\":4,\"words\":\"It looks fine.\"}")
        .body("state", equalTo("REBUILDING"));
    step("closure", CLOSURE)
        .body("state", equalTo("CLOSED"))
        .body("next", nullValue())
        .body("customerSatisfied", equalTo(true));

    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .statusCode(200)
        .body(
            "steps.step",
            contains("ASSESSMENT", "APOLOGY", "REMEDY", "DELIVERY", "CHECK_IN", "CLOSURE"))
        .body("steps[0].details.fault", equalTo("OURS"))
        .body("steps[1].by", equalTo("Pat"))
        .body("steps[1].recordedBy", equalTo("test csr"))
        .body("steps[1].details.promisedChange", equalTo("Mats first."))
        .body("steps[2].details.askedFor", equalTo("A new board."))
        .body("steps[4].details.trust", equalTo(4))
        .body("steps[5].details.closedBy", equalTo("CUSTOMER"));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.changed"))
        .extracting(event -> PublishedEvents.data(event).get("state"))
        .containsExactly(
            "RECEIVED", "ASSESSED", "OWNED", "REMEDY_AGREED", "REMEDIED", "REBUILDING", "CLOSED");
    assertThat(PublishedEvents.of("feedback").about(grace.id, "remedy.delivered"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(PublishedEvents.data(event))
                    .containsEntry("kind", "CREDIT")
                    .containsEntry("invoice", "INV-2026-000017")
                    .containsEntry("amount", Map.of("amount", "40.00", "currency", "USD")));
  }

  @Test
  void the_risk_rises_while_it_is_open_falls_when_mended_and_rises_far_more_when_it_comes_back() {
    double open = probability();
    risk().body("reasons.code", hasItem("OPEN_COMPLAINT"));
    closed();
    double mended = probability();
    assertThat(mended).isLessThan(open);
    risk().body("reasons.code", not(hasItem("OPEN_COMPLAINT")));
    step("reopening", "{\"words\":\"It is scratched again.\"}")
        .body("state", equalTo("RECEIVED"))
        .body("round", equalTo(2))
        .body("customerSatisfied", nullValue());
    assertThat(probability()).isGreaterThan(open);
    risk().body("reasons.code", hasItem("CASE_REOPENED")).body("flagged", equalTo(true));
    closed();
    double twiceMended = probability();
    step("reopening", "{\"words\":\"And again.\"}").body("round", equalTo(3));
    assertThat(probability()).isGreaterThan(twiceMended);
    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .body("steps.findAll { it.step == 'REOPENING' }.round", contains(2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apology | ASSESSMENT",
        "remedy | ASSESSMENT,APOLOGY",
        "approval | ASSESSMENT",
        "delivery | ASSESSMENT,APOLOGY,REMEDY",
        "check-ins | ASSESSMENT,APOLOGY,REMEDY,DELIVERY",
        "closure | ASSESSMENT,APOLOGY,REMEDY,DELIVERY,CHECK_IN",
        "reopening | ASSESSMENT"
      })
  void no_step_can_be_skipped(String step, String needs) {
    String body =
        switch (step) {
          case "apology" -> APOLOGY;
          case "remedy" -> CREDIT;
          case "check-ins" -> "{\"trust\":4}";
          case "closure" -> CLOSURE;
          case "reopening" -> "{\"words\":\"Again.\"}";
          default -> "{}";
        };
    attempt("admin", step, body)
        .statusCode(409)
        .body("type", endsWith("step-not-due"))
        .body("state", equalTo("RECEIVED"))
        .body("needs", contains(needs.split(",")));
    unchanged();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assessment | {} | /cause",
        "assessment | {\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"by\":\"  \"} | /by",
        "apology | {\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\",\"by\":\"   \"} | /by",
        "check-ins | {\"words\":\"  \"} | /words",
        "assessment | {\"cause\":\"DAMAGE\"} | /fault",
        "assessment | {\"cause\":\"WEATHER\",\"fault\":\"OURS\"} | /cause",
        "assessment | {\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"at\":\"1970-01-01T00:00:00Z\"} |"
            + " /at",
        "assessment | {\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"at\":\"2999-01-01T00:00:00Z\"} |"
            + " /at",
        "apology | {\"words\":\"Sorry.\"} | /promisedChange",
        "apology | {\"promisedChange\":\"Mats.\"} | /words",
        "remedy | {\"kind\":\"REDO\"} | /askedFor",
        "remedy | {\"askedFor\":\"Money.\",\"kind\":\"CREDIT\"} | /amount",
        "remedy |"
            + " {\"askedFor\":\"Money.\",\"kind\":\"CREDIT\",\"amount\":{\"amount\":\"-10\",\"currency\":\"USD\"}}"
            + " | /amount/amount",
        "remedy |"
            + " {\"askedFor\":\"Money.\",\"kind\":\"CREDIT\",\"amount\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}"
            + " | /amount/amount",
        "remedy |"
            + " {\"askedFor\":\"Money.\",\"kind\":\"CREDIT\",\"amount\":{\"amount\":\"1000000000000\",\"currency\":\"USD\"}}"
            + " | /amount/amount",
        "check-ins | {\"trust\":6} | /trust",
        "check-ins | {} | ''",
        "check-ins | {\"trust\":4,\"answered\":false} | /answered",
        "closure | {\"by\":\"CUSTOMER\",\"satisfied\":true} | /words",
        "closure | {\"by\":\"CUSTOMER\",\"words\":\"Fine.\"} | /satisfied",
        "closure | {} | /by",
        "closure | {\"by\":\"SILENCE\",\"satisfied\":true} | /satisfied",
        "reopening | {} | /words"
      })
  void what_a_step_needs_is_named_when_it_is_missing(String step, String body, String pointer) {
    attempt("csr", step, body)
        .statusCode(oneOf(400, 403))
        .contentType("application/problem+json")
        .body("violations.pointer", hasItem(pointer));
    unchanged();
  }

  @Test
  void a_customer_who_says_it_will_not_be_good_again_is_lost() {
    owned();
    step("remedy", CREDIT);
    step("delivery", "{}");
    step("check-ins", "{\"mood\":\"ANGRY\",\"trust\":1}");
    step("closure", CLOSURE.replace("true", "false")).body("state", equalTo("LOST"));
    attempt("csr", "closure", CLOSURE).statusCode(409).body("needs", contains("REOPENING"));
  }

  @Test
  void a_step_cannot_be_taken_before_the_one_before_it() {
    step("assessment", ASSESSMENT);
    attempt(
            "manager",
            "apology",
            APOLOGY.replace(
                "{\"by\"",
                "{\"at\":\"%s\",\"by\"".formatted(Instant.now().minus(Duration.ofHours(1)))))
        .statusCode(400)
        .body("violations.pointer", contains("/at"));
  }

  @Test
  void a_case_is_not_closed_in_1970_or_before_its_last_step() {
    owned();
    step("remedy", CREDIT);
    step("delivery", "{}");
    step("check-ins", "{\"trust\":4}");
    int before = steps().size();
    for (Instant at : List.of(Instant.EPOCH, Instant.now().minus(Duration.ofHours(1)))) {
      attempt("manager", "closure", CLOSURE.replace("{\"by\"", "{\"at\":\"" + at + "\",\"by\""))
          .statusCode(400)
          .body("violations.pointer", contains("/at"));
    }
    assertThat(steps()).hasSize(before);
    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .body("state", equalTo("REBUILDING"))
        .body("next.step", notNullValue());
  }

  @Test
  void of_two_who_take_the_same_step_at_once_one_does() throws Exception {
    try (var both = new Both()) {
      assertThat(both.run(() -> attempt("csr", "assessment", ASSESSMENT).extract().statusCode()))
          .containsExactlyInAnyOrder(201, 409);
    }
    assertThat(steps()).hasSize(1);
  }

  @Test
  void a_step_sent_again_with_its_key_is_taken_once() {
    String key = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      Api.json("csr", ASSESSMENT)
          .header("Idempotency-Key", key)
          .post("/v1/complaints/" + id + "/assessment")
          .then()
          .statusCode(201)
          .body("state", equalTo("ASSESSED"));
    }
    assertThat(steps()).hasSize(1);
  }

  @Test
  void how_far_it_has_come_is_not_changed_on_paper() {
    Api.as("manager")
        .contentType("application/merge-patch+json")
        .header("If-Match", Api.etag("/v1/complaints/" + id))
        .body("{\"resolvedAt\":\"%s\"}".formatted(Instant.now()))
        .patch("/v1/complaints/" + id)
        .then()
        .statusCode(400);
    Api.as("manager")
        .contentType("application/merge-patch+json")
        .header("If-Match", Api.etag("/v1/complaints/" + id))
        .body("{\"owner\":\"Kim\"}")
        .patch("/v1/complaints/" + id)
        .then()
        .statusCode(200)
        .body("next.owner", equalTo("Kim"));
    Api.as("csr")
        .get("/v1/complaints?owner=Kim&customerId=" + grace.id)
        .then()
        .body("items", hasSize(1))
        .body("items[0].next.owner", equalTo("Kim"));
  }

  private void unchanged() {
    assertThat(steps()).isEmpty();
    Api.as("csr").get("/v1/complaints/" + id).then().body("state", equalTo("RECEIVED"));
  }

  private ValidatableResponse risk() {
    return Api.as("csr").get("/v1/customers/" + grace.id + "/risk").then();
  }

  private double probability() {
    return risk().extract().jsonPath().getDouble("probability");
  }
}
