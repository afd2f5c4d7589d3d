package io.familiarface.feedback.assessment;

import static io.familiarface.feedback.assessment.AMillionSignals.COMPLAINT;
import static io.familiarface.feedback.assessment.AMillionSignals.CUSTOMER;
import static io.familiarface.feedback.assessment.AMillionSignals.FEEDBACK;
import static io.familiarface.feedback.assessment.AMillionSignals.FLAG;
import static io.familiarface.feedback.assessment.AMillionSignals.FOLLOW_UP;
import static io.familiarface.feedback.assessment.AMillionSignals.PROJECT;
import static io.familiarface.feedback.assessment.AMillionSignals.VISIT;
import static io.familiarface.rest.testing.plan.LargeTables.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.complaint.EscalatingLateSteps;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.plan.Crowd;
import io.familiarface.rest.testing.plan.CrowdedService;
import io.familiarface.rest.testing.plan.FilledConventions;
import io.familiarface.rest.testing.plan.LargeTables;
import io.familiarface.rest.testing.plan.Operations;
import io.familiarface.rest.testing.plan.Plans;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Calls everything there is, and looks at how PostgreSQL carried out what that took; then by thirty
 * at once, with one connection for all of them.
 */
@QuarkusTest
@TestProfile(EveryQueryAtAMillionSignalsTest.ManyCalls.class)
@WithTestResource(CrowdedService.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EveryQueryAtAMillionSignalsTest {
  /** Of the feed protocol, whose reader does not run here; and what reads the whole history. */
  private static final Set<String> NOT_HERE =
      Set.of(
          "GET /v1/feeds/consumers/{feed}",
          "POST /v1/feeds/consumers/{feed}/parked/{id}/discard",
          "POST /v1/feeds/consumers/{feed}/parked/{subject}/replay",
          "POST /v1/feeds/consumers/{feed}/rebuild",
          "POST /v1/risk/model/training",
          "POST /v1/risk/models/{version}/activation",
          "GET /v1/insights/causes",
          "GET /v1/insights/continuity",
          "GET /v1/insights/leaving",
          "GET /v1/insights/perception",
          "GET /v1/insights/recovery",
          "GET /v1/insights/training",
          "GET /v1/risk/backtest",
          "GET /v1/risk/backtests/{id}");

  private static final String RISK = "/v1/customers/{id}/risk";

  /** Calls enough for all who wait. */
  public static final class ManyCalls implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "familiar.follow-ups.weekly-capacity", "1000",
          "familiar.follow-ups.owners", "Maria,Owner 1");
    }
  }

  @Inject DataSource database;
  @Inject DailyTick tick;
  @Inject EscalatingLateSteps escalating;
  @Inject Company company;
  private CustomerStory dorothy;
  private Operations operations;

  /** What reads the whole history is asked thirty times while that is short. */
  @Test
  @Order(1)
  void no_question_about_all_customers_holds_a_connection_while_it_waits_for_another() {
    dorothy = Stories.dorothyAfter(9);
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(dorothy.newEvents());
    ofTheWholeHistory().forEach(Crowd::assertAnswered);
    while ("RUNNING".equals(Api.as("admin").get("/v1/risk/model/training").path("state"))) {
      Thread.onSpinWait();
    }
  }

  private static Map<String, Supplier<Response>> ofTheWholeHistory() {
    Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/v1/insights/causes",
            "/v1/insights/continuity",
            "/v1/insights/leaving",
            "/v1/insights/perception",
            "/v1/insights/recovery",
            "/v1/insights/training",
            "/v1/risk/backtest")) {
      requests.put("GET " + path, () -> Api.as("admin").get(path));
    }
    requests.put(
        "GET /v1/risk/backtests/{id}", () -> Api.as("admin").get("/v1/risk/backtests/newest"));
    requests.put(
        "POST /v1/risk/models/{version}/activation",
        () -> Crowd.withKey("{}").post("/v1/risk/models/prior-1/activation"));
    requests.put(
        "POST /v1/risk/model/training", () -> Crowd.withKey("{}").post("/v1/risk/model/training"));
    return requests;
  }

  @Test
  @Order(2)
  void no_query_goes_through_a_large_table() {
    LargeTables tables = new LargeTables(database);
    AMillionSignals.fillLike(dorothy.id, tables);
    assertThat(tables.count("signal")).isGreaterThanOrEqualTo(1_000_000);
    assertThat(tables.count("visit_copy")).isGreaterThanOrEqualTo(1_000_000);
    operations = new Operations();
    Plans plans = Plans.fromNowOn();

    risks(operations);
    said(operations);
    heard(operations);
    mended(operations);
    flagsAndCalls(operations);
    feeds(operations);
    FeedDelivery.live(dorothy.isVisitedInstead(Stories.DAVE).newEvents());
    FeedDelivery.live(
        List.of(
            NeighbourEvent.erased(
                "customers", "customer", UUID.fromString(key(CUSTOMER, 600)), Instant.now())));
    tick.assessDue();
    int before = openCalls();
    company.plansItsCalls();

    assertThat(openCalls()).as("calls were opened").isGreaterThan(before);
    assertThat(operations.notCalled()).isEqualTo(NOT_HERE);
    assertThat(plans.statements()).hasSizeGreaterThan(60);
    assertThat(tables.names())
        .contains(
            "signal",
            "customer_risk",
            "visit_copy",
            "agreement_copy",
            "flag",
            "follow_up",
            "feedback",
            "complaint_step",
            "complaint_answer",
            "project_copy",
            "project_step_copy",
            "customer_link",
            "feedback_request");

    assertThat(plans.offences(tables.names())).isEmpty();
    tables.read("select id from feedback where text = 'NO_INDEX'");
    assertThat(plans.offences(tables.names()))
        .singleElement()
        .asString()
        .startsWith("Seq Scan on feedback");
  }

  @Test
  @Order(3)
  void no_request_holds_a_connection_while_it_waits_for_another() {
    Crowd.assertEveryOperationIsAnswered(
        operations, Crowd.readerOf("jobs", key(CUSTOMER, 13)), ofTheWholeHistory().keySet());
  }

  @Test
  @Order(4)
  void no_request_holds_a_connection_while_it_waits_for_a_neighbour() {
    String nobody = "{\"customerExternalId\":\"C-nobody\",";
    String noVisit = "{\"customerExternalId\":\"C9\",\"visitExternalId\":\"V-none\",";
    String complaint = "\"severity\":\"LOW\",\"cause\":\"PRICE\"}";
    asksOutside("/v1/feedback", nobody + "\"csat\":2}");
    asksOutside("/v1/feedback", noVisit + "\"csat\":2}");
    asksOutside("/v1/feedback/requests", nobody + "\"visitId\":null}");
    asksOutside("/v1/links", nobody + "\"purpose\":\"FEEDBACK\"}");
    asksOutside("/v1/complaints", nobody + complaint);
    asksOutside("/v1/complaints", noVisit + complaint);
    asksOutside(
        "/v1/customers/" + key(CUSTOMER, 7) + "/risk/what-if",
        "{\"visits\":[{\"technicianExternalId\":\"T-nobody\",\"scheduledAt\":\"%s\"}]}"
            .formatted(Instant.now().plus(9, ChronoUnit.DAYS)));
    Crowd.assertNoneKeptWhileAsking(
        "GET a risk", () -> Api.as("csr").get("/v1/customers/ext:C-nobody/risk"));
    Crowd.assertNoneKeptWhileAsking(
        "import feedback",
        () ->
            Api.importing(
                "/v1/feedback/import",
                "{\"externalId\":\"F-nobody\",\"customerExternalId\":\"C-nobody\",\"at\":\"2026-01-06T09:00:00Z\",\"csat\":3}"));
  }

  private static void asksOutside(String path, String body) {
    Crowd.assertNoneKeptWhileAsking(
        "POST " + path + " " + body,
        () ->
            Api.json("csr", body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path));
  }

  private static int openCalls() {
    return Company.calls("state=OPEN&limit=500").getList("items").size();
  }

  private void risks(Operations operations) {
    operations.get(RISK, key(CUSTOMER, 7));
    operations.get(RISK + "?asOf=" + Instant.now().minus(100, ChronoUnit.DAYS), "ext:C8");
    operations.pages(RISK + "/history", key(CUSTOMER, 7));
    operations.pages("/v1/customers/{id}/timeline", key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/continuity", key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/post-mortem", key(CUSTOMER, 7));
    operations.send(
        "POST",
        RISK + "/what-if",
        "{\"visits\":[{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"}]}"
            .formatted(Stories.DAVE.id(), Instant.now().plus(9, ChronoUnit.DAYS)),
        key(CUSTOMER, 7));
    operations.send(
        "POST",
        "/v1/risks/what-if",
        """
        {"questions":[{"customerId":"%s","visits":[{"technicianId":"%s","scheduledAt":"%s"}]}]}\
        """
            .formatted(
                key(CUSTOMER, 7), Stories.DAVE.id(), Instant.now().plus(9, ChronoUnit.DAYS)));
    operations.get("/v1/risk/model");
    operations.get("/v1/risk/model/training");
    operations.pages("/v1/risk/models");
    operations.pages("/v1/risks");
    operations.pages("/v1/risks?band=HIGH");
    operations.pages("/v1/risks?flagged=true");
    operations.pages("/v1/risks?flagged=false&band=LOW");
    operations.pages("/v1/risks?branch=branch%201&minProbability=0.5");
    operations.pages("/v1/risks?sort=customer&flagged=true");
    operations.pages("/v1/risks?asOf=" + Instant.now().minus(100, ChronoUnit.DAYS));
  }

  private void said(Operations operations) {
    Instant from = Instant.now().minus(30, ChronoUnit.DAYS);
    String given = "/v1/feedback";
    operations.send(
        "POST",
        given,
        "{\"customerExternalId\":\"C9\",\"visitExternalId\":\"V9-1\",\"csat\":2,\"text\":\"Who?\"}");
    operations.get(given + "/{id}", key(FEEDBACK, 9));
    operations.pages(given);
    operations.pages(given + "?kind=PRAISE&from=" + from);
    operations.pages(given + "?customerId=" + key(CUSTOMER, 9));
    operations.pages(given + "?visitId=" + key(VISIT, 9));
    operations.pages(given + "?q=who");
    operations.get(given + "?externalId=F9");
    operations.importLines(
        given + "/import",
        "{\"externalId\":\"F900001\",\"customerExternalId\":\"C9\",\"at\":\"2026-01-06T09:00:00Z\",\"csat\":3}");
    operations.get("/v1/technicians/{id}/voice", Stories.ALAN.id());
    operations.send(
        "POST",
        given,
        "{\"customerExternalId\":\"C9\",\"projectExternalId\":\"P9\",\"projectStep\":2,\"csat\":2}");
    String complaints = "/v1/complaints";
    operations.send(
        "POST",
        complaints,
        "{\"customerExternalId\":\"C9\",\"severity\":\"LOW\",\"cause\":\"PRICE\",\"text\":\"No.\"}");
    String one = complaints + "/{id}";
    operations.change("PATCH", one, one, "{\"words\":\"Yes.\"}", key(COMPLAINT, 9));
    operations.pages(complaints);
    operations.pages(complaints + "?state=RECEIVED");
    operations.pages(complaints + "?open=true");
    operations.pages(complaints + "?open=true&owner=Pat");
    operations.pages(complaints + "?sort=due");
    operations.get(one, key(COMPLAINT, 20));
    operations.pages(complaints + "?severity=HIGH&from=" + from);
    operations.pages(complaints + "?cause=PRICE");
    operations.pages(complaints + "?customerId=ext:C9");
    operations.pages(complaints + "?open=true&q=yes");
    operations.get(complaints + "?externalId=K9");
    operations.importLines(
        complaints + "/import",
        "{\"externalId\":\"K900001\",\"customerExternalId\":\"C9\",\"receivedAt\":\"2026-01-06T09:00:00Z\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}");
  }

  private void heard(Operations operations) {
    String links = "/v1/links";
    String link =
        operations
            .send("POST", links, "{\"customerExternalId\":\"C9\",\"purpose\":\"FEEDBACK\"}")
            .path("id");
    operations.pages(links);
    operations.pages(links + "?customerId=ext:C9&purpose=FEEDBACK");
    operations.send("DELETE", links + "/{id}", null, link);
    isOpenedAndAnswered(
        "{\"customerExternalId\":\"C11\",\"purpose\":\"FEEDBACK\",\"projectId\":\"%s\",\"projectStep\":1}"
            .formatted(key(PROJECT, 11)),
        "csat=2&callMe=true");
    isOpenedAndAnswered(
        "{\"customerExternalId\":\"C40\",\"purpose\":\"CASE\",\"complaintExternalId\":\"K40\"}",
        "words=Nobody+came.");
    String requests = "/v1/feedback/requests";
    String asked = operations.send("POST", requests, "{\"customerExternalId\":\"C9\"}").path("id");
    operations.get(requests + "/{id}", asked);
    operations.pages(requests);
    operations.pages(requests + "?customerId=ext:C9&answered=false");
  }

  private static void isOpenedAndAnswered(String link, String form) {
    String url =
        Api.json("csr", link).post("/v1/links").then().statusCode(201).extract().path("url");
    String page = URI.create(url).getPath();
    Api.anonymous().get(page).then().statusCode(200);
    Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(page)
        .then()
        .statusCode(200);
  }

  private void mended(Operations operations) {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    steps.put("apology", "{\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    steps.put("remedy", "{\"askedFor\":\"Again.\",\"kind\":\"REDO\"}");
    steps.put("delivery", "{}");
    steps.put("check-ins", "{\"mood\":\"CALM\",\"trust\":4}");
    steps.put("closure", "{\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"Good.\"}");
    steps.put("reopening", "{\"words\":\"Again.\"}");
    steps.forEach(
        (step, body) ->
            operations.send("POST", "/v1/complaints/{id}/" + step, body, key(COMPLAINT, 20)));
    operations.send("POST", "/v1/complaints/{id}/approval", "{}", key(COMPLAINT, 30));
    // Whoever was not reached the last time, either, may have been heard by another way.
    operations.send(
        "POST", "/v1/complaints/{id}/check-ins", "{\"answered\":false}", key(COMPLAINT, 50));
    escalating.escalate();
  }

  private void flagsAndCalls(Operations operations) {
    operations.pages("/v1/flags");
    operations.pages("/v1/flags?state=RAISED");
    operations.pages("/v1/flags?customerId=ext:C9");
    operations.get("/v1/flags/report-card?since=" + Instant.now().minus(1, ChronoUnit.DAYS));
    operations.get("/v1/flags/{id}", key(FLAG, 9));
    operations.send("POST", "/v1/flags/{id}/acknowledgement", null, key(FLAG, 310));
    operations.send("POST", "/v1/flags/{id}/action", "{\"action\":\"Called.\"}", key(FLAG, 311));
    String calls = "/v1/follow-ups";
    operations.pages(calls);
    operations.pages(calls + "?state=OPEN");
    operations.pages(calls + "?owner=Owner%201");
    operations.pages(calls + "?state=OPEN&mine=true");
    operations.pages(calls + "?kind=CONCERN&state=OPEN");
    operations.pages(calls + "?dueUntil=2026-12-31&state=OPEN");
    operations.pages(calls + "?customerId=ext:C9");
    operations.pages(calls + "?closedFrom=" + Instant.now().minus(7, ChronoUnit.DAYS));
    String one = calls + "/{id}";
    operations.change("PATCH", one, one, "{\"owner\":\"Maria\"}", key(FOLLOW_UP, 312));
    operations.send("POST", one + "/outcome", "{\"outcome\":\"NO_ANSWER\"}", key(FOLLOW_UP, 313));
    operations.send("POST", one + "/claim", null, key(FOLLOW_UP, 314));
    String experiment = "/v1/retention/experiment";
    operations.change("PUT", experiment, experiment, "{\"holdOut\":0.1}");
    operations.get("/v1/retention/effect");
  }

  private void feeds(Operations operations) {
    operations.get("/v1/feeds/{name}?limit=100", "feedback");
    operations.get(
        "/v1/feeds/{name}?limit=100&lastEventId=0000000051000::" + key(900, 50000), "feedback");
    operations.get("/v1/feeds/consumers");
    FilledConventions.readAudit(operations, key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/export", key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/erasure", key(CUSTOMER, 7));
    operations.pages("/v1/feeds/consumers/{feed}/parked", "jobs");
  }
}
