package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What company and customer agree on, and who may. */
@ServiceTest
class RemedyTest extends CaseOfGrace {
  @ParameterizedTest
  @ValueSource(strings = {"INV-2026-000018", "CM-2026-000019"})
  void a_remedy_is_taken_from_no_document_but_an_invoice_of_the_customer(String number) {
    isOnRecord("INV-2026-000018", UUID.randomUUID(), "INVOICE");
    isOnRecord("CM-2026-000019", grace.id, "CREDIT_MEMO");
    owned();
    attempt("csr", "remedy", CREDIT.replace("INV-2026-000017", number))
        .statusCode(422)
        .body("type", endsWith("not-their-invoice"))
        .body("violations[0].pointer", equalTo("/invoice"));
    Api.as("csr").get("/v1/complaints/" + id).then().body("state", equalTo("OWNED"));
    step("remedy", CREDIT).body("state", equalTo("REMEDY_AGREED"));
  }

  @Test
  void nobody_is_promised_half_a_yen() {
    owned();
    attempt("csr", "remedy", CREDIT.replace("USD", "JPY").replace("40.00", "5.50"))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/amount/amount"))
        .body("violations[0].message", equalTo("has no decimals in JPY"));
    Api.as("csr").get("/v1/complaints/" + id).then().body("state", equalTo("OWNED"));
    step("remedy", CREDIT.replace("USD", "JPY").replace("40.00", "5.00"))
        .body("state", equalTo("AWAITING_APPROVAL"));
  }

  @Test
  void a_slip_of_the_pen_in_our_own_number_is_mended_or_refused() {
    owned();
    attempt("csr", "remedy", CREDIT.replace("INV-2026-000017", "INV-2026-000071"))
        .statusCode(422)
        .body("type", endsWith("not-their-invoice"));
    step("remedy", CREDIT.replace("INV-2026-000017", " inv-2026-000017 "))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.invoice", equalTo("INV-2026-000017"));
  }

  @Test
  void doing_it_again_is_no_money_whatever_it_is_worth() {
    owned();
    step("remedy", CREDIT.replace("CREDIT", "REDO").replace("40.00", "40.5"))
        .body("remedy.amount.amount", equalTo("40.50"));
    step("delivery", "{}");
    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .body("steps[2].details.amount.amount", equalTo("40.50"));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "remedy.delivered"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(PublishedEvents.data(event))
                    .containsEntry("kind", "REDO")
                    .containsEntry("amount", null));
  }

  @Test
  void more_than_can_be_kept_is_agreed_on_with_nobody() {
    owned();
    step("remedy", CREDIT.replace("40.00", "9999999999.99"));
    database.change(
        "update complaint_step set details = jsonb_set(details, '{amount,amount}', '\"999999999999\"')"
            + " where complaint_id = cast(? as uuid) and step = 'REMEDY'",
        id);
    anotherCase();
    owned();
    attempt("csr", "remedy", CREDIT)
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/amount/amount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"QB-1017", "INV-2026-AWAY"})
  void a_number_from_elsewhere_is_taken_and_nobody_waits_for_a_neighbour(String number) {
    owned();
    step("remedy", CREDIT.replace("INV-2026-000017", number))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.invoice", equalTo(number));
  }

  @Test
  void a_remedy_above_the_limit_waits_for_somebody_else_who_may() {
    owned();
    step("remedy", CREDIT.replace("40.00", "100.01"))
        .body("state", equalTo("AWAITING_APPROVAL"))
        .body("next.step", equalTo("APPROVAL"))
        .body("next.owner", equalTo("Nora Lind"))
        .body("next.escalatedAt", nullValue());
    attempt("csr", "delivery", "{}").statusCode(409).body("needs", contains("APPROVAL"));
    attempt("csr", "approval", "{}").statusCode(403).body("type", endsWith("approval-by-another"));
    attempt("manager", "approval", "{}")
        .statusCode(201)
        .body("state", equalTo("REMEDY_AGREED"))
        .body("next.owner", equalTo("test csr"));
  }

  @Test
  void a_large_sum_in_small_parts_waits_for_somebody_who_may_give_it() {
    closed();
    step("reopening", "{\"words\":\"It creaks.\"}");
    owned();
    step("remedy", CREDIT.replace("40.00", "4960.01"))
        .body("state", equalTo("AWAITING_APPROVAL"))
        .body("remedy.total.amount", equalTo("5000.01"))
        .body("remedy.limit.amount", equalTo("100.00"));
    attempt("manager", "approval", "{}")
        .statusCode(403)
        .body("type", endsWith("above-your-limit"))
        .body("detail", containsString("5000.01 USD"))
        .body("detail", containsString("you may give 5000.00 USD."));
    step("remedy", CREDIT.replace("40.00", "60.01")).body("state", equalTo("AWAITING_APPROVAL"));
    step("remedy", CREDIT.replace("40.00", "60.00"))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.total.amount", equalTo("100.00"));
    Api.as("csr")
        .get("/v1/complaints?customerId=" + grace.id)
        .then()
        .body("items[0].remedy.total.amount", equalTo("100.00"))
        .body("items[0].remedy.limit.currency", equalTo("USD"));
  }

  @Test
  void two_cases_of_one_customer_are_no_way_around_whoever_approves() {
    owned();
    step("remedy", CREDIT.replace("40.00", "90.00")).body("state", equalTo("REMEDY_AGREED"));
    anotherCase();
    owned();
    step("remedy", CREDIT.replace("40.00", "10.01"))
        .body("state", equalTo("AWAITING_APPROVAL"))
        .body("remedy.total.amount", equalTo("100.01"));
    attempt("manager", "approval", "{\"approved\":false,\"words\":\"No.\"}").statusCode(201);
    step("remedy", CREDIT.replace("USD", "EUR").replace("40.00", "0.01"))
        .body("remedy.total.amount", equalTo("0.01"));
    step("remedy", CREDIT.replace("40.00", "4910.01"));
    attempt("manager", "approval", "{}")
        .statusCode(403)
        .body("detail", containsString("5000.01 USD is agreed in all"))
        .body("detail", containsString("the customer's other cases of 30 days"));
    attempt("admin", "approval", "{\"approved\":false,\"words\":\"No.\"}").statusCode(201);
    anotherCase();
    owned();
    step("remedy", CREDIT.replace("40.00", "10.00"))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.total.amount", equalTo("100.00"));
    SettableClock.putForward(Duration.ofDays(31));
    anotherCase();
    owned();
    step("remedy", CREDIT.replace("40.00", "100.00"))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.total.amount", equalTo("100.00"));
  }

  private void anotherCase() {
    id =
        Api.json("csr", "{\"customerId\":\"%s\",\"severity\":\"LOW\"}".formatted(grace.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void what_whoever_takes_what_is_late_has_agreed_on_somebody_else_is_to_approve() {
    database.change("update customer_copy set branch = 'lakeside' where id = ?", grace.id);
    owned();
    attempt("manager", "remedy", CREDIT.replace("40.00", "6000.00"))
        .statusCode(201)
        .body("state", equalTo("AWAITING_APPROVAL"))
        .body("next.owner", equalTo("Kim Berg"));
    SettableClock.putForward(Duration.ofDays(30));
    escalating.escalate();
    patch("{\"owner\":\"test manager\"}").statusCode(200).body("next.owner", equalTo("Kim Berg"));
    attempt("manager", "approval", "{}")
        .statusCode(403)
        .body("type", endsWith("approval-by-another"));
    attempt("admin", "approval", "{}").statusCode(201).body("next.owner", equalTo("test manager"));
  }

  @Test
  void another_remedy_than_whoever_approves_has_seen_is_not_approved() {
    owned();
    step("remedy", CREDIT.replace("40.00", "200.00"));
    step("remedy", CREDIT.replace("40.00", "4900.00")).body("state", equalTo("AWAITING_APPROVAL"));
    String seen = "{\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}}";
    for (String other :
        List.of(seen.formatted("200.00", "USD"), seen.formatted("4900.00", "EUR"))) {
      attempt("manager", "approval", other)
          .statusCode(409)
          .body("type", endsWith("remedy-changed"));
    }
    attempt("manager", "approval", seen.formatted("4900", "USD"))
        .statusCode(201)
        .body("state", equalTo("REMEDY_AGREED"));
  }

  @Test
  void whoever_has_too_low_a_limit_approves_nothing_and_after_a_no_something_else_is_agreed() {
    owned();
    step("remedy", CREDIT.replace("40.00", "6000.00")).body("state", equalTo("AWAITING_APPROVAL"));
    attempt("manager", "approval", "{}").statusCode(403).body("type", endsWith("above-your-limit"));
    attempt("admin", "approval", "{\"approved\":false,\"words\":\"Too much.\"}")
        .statusCode(201)
        .body("state", equalTo("OWNED"))
        .body("remedy", nullValue());
    step("remedy", CREDIT.replace("USD", "EUR")).body("state", equalTo("AWAITING_APPROVAL"));
    step("remedy", CREDIT).body("state", equalTo("REMEDY_AGREED"));
  }
}
