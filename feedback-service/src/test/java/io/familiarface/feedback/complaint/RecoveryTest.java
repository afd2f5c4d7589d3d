package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RecoveryTest {
  private static final String ASSESSMENT =
      "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"A scratch in the"
          + " floor.\",\"severity\":\"HIGH\"}";
  private static final String APOLOGY =
      "{\"by\":\"Pat\",\"words\":\"We scratched it. I am sorry.\",\"promisedChange\":\"Mats"
          + " first.\"}";
  private static final String CREDIT =
      """
      {"askedFor":"A new board.","kind":"CREDIT","amount":{"amount":"40.00","currency":"USD"},"invoice":"INV-2026-000017"}\
      """;
  private static final String CLOSURE =
      "{\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"All good again.\"}";

  @Inject EscalatingLateSteps escalating;
  @Inject StoredRows database;

  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  private CustomerStory grace;
  private String id;

  @BeforeEach
  void grace_complains() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
    isOnRecord("INV-2026-000017", grace.id, "INVOICE");
    id =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"severity\":\"MEDIUM\",\"words\":\"You broke my floor.\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .body("state", equalTo("RECEIVED"))
            .body("next.step", equalTo("ASSESSMENT"))
            .body("next.owner", equalTo("test csr"))
            .body("next.dueAt", notNullValue())
            .body("cause", nullValue())
            .extract()
            .path("id");
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"QB-1017", "INV-2026-AWAY"})
  void a_number_from_elsewhere_is_taken_and_nobody_waits_for_a_neighbour(String number) {
    owned();
    step("remedy", CREDIT.replace("INV-2026-000017", number))
        .body("state", equalTo("REMEDY_AGREED"))
        .body("remedy.invoice", equalTo(number));
  }

  /** As jobs-service knows it. */
  private void isOnRecord(String number, UUID customer, String kind) {
    RestAssured.given()
        .body(
            """
            {"number":"%s","kind":"%s","customerId":"%s"}\
            """
                .formatted(number, kind, customer))
        .put(jobs + "/v1/accounting/documents/" + number)
        .then()
        .statusCode(204);
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

  @Test
  void a_silence_is_one_when_the_check_ins_show_it() {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    step("check-ins", "{\"answered\":false}");
    step("check-ins", "{\"answered\":false}").body("next.step", equalTo("CHECK_IN"));
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(25));
    step("check-ins", "{\"answered\":false,\"words\":\"Left a message.\"}");
    step("closure", "{\"by\":\"SILENCE\"}")
        .body("state", equalTo("CLOSED"))
        .body("customerSatisfied", nullValue());
  }

  private void noSilenceYet() {
    attempt("csr", "closure", "{\"by\":\"SILENCE\"}")
        .statusCode(409)
        .body("needs", contains("CHECK_IN"));
  }

  @Test
  void whoever_writes_on_the_page_of_their_case_is_not_silent() {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    String url =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                    .formatted(grace.id, id))
            .post("/v1/links")
            .path("url");
    Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body("words=I+was+away.+It+still+creaks.")
        .post(URI.create(url).getPath())
        .then()
        .statusCode(200);
    SettableClock.putForward(Duration.ofDays(25));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback", "link", "call", "mood", "inbound"})
  void whoever_was_heard_by_another_way_is_not_silent(String way) {
    owned();
    step("remedy", "{\"askedFor\":\"Do it again.\",\"kind\":\"REDO\"}");
    step("delivery", "{}");
    SettableClock.putForward(Duration.ofDays(10));
    step("check-ins", "{\"answered\":false}");
    SettableClock.putForward(Duration.ofDays(5));
    isHeard(way);
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    noSilenceYet();
    SettableClock.putForward(Duration.ofDays(60));
    step("check-ins", "{\"answered\":false}");
    isHeard(way);
    attempt("csr", "closure", "{\"by\":\"SILENCE\"}")
        .statusCode(409)
        .body("detail", containsString("This is no silence: since"))
        .body("needs", contains("CHECK_IN"));
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    SettableClock.putForward(Duration.ofDays(20));
    step("check-ins", "{\"answered\":false}");
    step("closure", "{\"by\":\"SILENCE\"}").body("state", equalTo("CLOSED"));
  }

  private void isHeard(String way) {
    switch (way) {
      case "feedback" ->
          Api.json(
                  "csr",
                  "{\"customerId\":\"%s\",\"kind\":\"COMPLAINT\",\"text\":\"It still creaks!\"}"
                      .formatted(grace.id))
              .post("/v1/feedback")
              .then()
              .statusCode(201);
      case "link" -> {
        String url =
            Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
                .post("/v1/links")
                .path("url");
        Api.anonymous()
            .contentType("application/x-www-form-urlencoded")
            .body("csat=1&words=It+creaks.&callMe=true")
            .post(URI.create(url).getPath())
            .then()
            .statusCode(200);
      }
      case "call" -> {
        UUID call = UUID.randomUUID();
        database.change(
            """
            insert into follow_up (id, cause, customer_id, kind, why, state, opened_at, due_on,
              expected_loss, visits_at_stake, priority, version)
            values (?, gen_random_uuid()::text, ?, 'AFTER_VISIT', 'Why.', 'OPEN', now(),
              current_date, 0, 0, 0, 0)
            """,
            call,
            grace.id);
        Api.json("csr", "{\"outcome\":\"REACHED\",\"said\":\"It creaks.\"}")
            .post("/v1/follow-ups/" + call + "/outcome")
            .then()
            .statusCode(201);
      }
      case "mood" -> FeedDelivery.live(List.of(Stories.speaks(grace, "ANGRY")));
      case "inbound" -> FeedDelivery.live(List.of(Stories.comesToUs(grace)));
      default -> throw new IllegalArgumentException(way);
    }
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
  void what_is_late_goes_to_somebody_else_once() {
    SettableClock.putForward(Duration.ofDays(10));
    escalating.escalate();
    escalating.escalate();
    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .body("next.owner", equalTo("Nora Lind"))
        .body("next.escalatedAt", notNullValue())
        .body("owner", equalTo("test csr"));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
    step("assessment", ASSESSMENT)
        .body("next.owner", equalTo("test csr"))
        .body("next.escalatedAt", nullValue());
  }

  @Test
  void of_several_copies_of_the_service_that_look_at_once_one_gives_it_to_somebody_else()
      throws Exception {
    SettableClock.putForward(Duration.ofDays(10));
    try (var both = new Both()) {
      both.run(
          () -> {
            escalating.escalate();
            return true;
          });
    }
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
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

  @Test
  void what_turns_out_to_be_severe_is_due_sooner() {
    Instant before = dueAt();
    patch("{\"severity\":\"HIGH\"}").statusCode(200);
    assertThat(dueAt()).isBefore(before);
    step("assessment", ASSESSMENT);
    patch("{\"cause\":null}").statusCode(400).body("violations[0].pointer", equalTo("/cause"));
    patch("{\"cause\":\"PRICE\"}").statusCode(200).body("cause", equalTo("PRICE"));
  }

  @Test
  void what_went_to_somebody_for_being_late_is_theirs_until_somebody_gives_it_away() {
    SettableClock.putForward(Duration.ofDays(10));
    escalating.escalate();
    listedFor("Nora Lind").body("items", hasSize(1));
    listedFor("test csr").body("items", hasSize(1));
    patch("{\"owner\":\"test csr\"}")
        .statusCode(200)
        .body("next.owner", equalTo("test csr"))
        .body("next.escalatedAt", nullValue());
    patch("{\"owner\":\"Kim\"}").statusCode(200).body("next.owner", equalTo("Kim"));
    escalating.escalate();
    listedFor("Kim").body("items[0].next.owner", equalTo("Kim"));
    listedFor("Nora Lind").body("items", hasSize(0));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
  }

  private ValidatableResponse listedFor(String owner) {
    String path = "/v1/complaints?owner=%s&customerId=%s";
    return Api.as("csr")
        .get(path.formatted(owner.replace(" ", "%20"), grace.id))
        .then()
        .statusCode(200);
  }

  private Instant dueAt() {
    return Instant.parse(Api.as("csr").get("/v1/complaints/" + id).path("next.dueAt"));
  }

  private ValidatableResponse patch(String body) {
    return Api.as("manager")
        .contentType("application/merge-patch+json")
        .header("If-Match", Api.etag("/v1/complaints/" + id))
        .body(body)
        .patch("/v1/complaints/" + id)
        .then();
  }

  private void owned() {
    step("assessment", ASSESSMENT);
    step("apology", APOLOGY);
  }

  private void closed() {
    owned();
    step("remedy", CREDIT);
    step("delivery", "{}");
    step("check-ins", "{\"trust\":4}");
    step("closure", CLOSURE).body("state", equalTo("CLOSED"));
  }

  private void unchanged() {
    assertThat(steps()).isEmpty();
    Api.as("csr").get("/v1/complaints/" + id).then().body("state", equalTo("RECEIVED"));
  }

  private List<Object> steps() {
    return Api.as("csr").get("/v1/complaints/" + id).path("steps");
  }

  private ValidatableResponse step(String step, String body) {
    return attempt("csr", step, body).statusCode(201);
  }

  private ValidatableResponse attempt(String role, String step, String body) {
    return Api.json(role, body).post("/v1/complaints/" + id + "/" + step).then();
  }

  private ValidatableResponse risk() {
    return Api.as("csr").get("/v1/customers/" + grace.id + "/risk").then();
  }

  private double probability() {
    return risk().extract().jsonPath().getDouble("probability");
  }

  /** Two callers at once. */
  private static final class Both implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    <T> List<T> run(Callable<T> each) throws Exception {
      List<T> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(List.of(each, each))) {
        answers.add(answer.get());
      }
      return answers;
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
