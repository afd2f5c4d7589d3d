package io.familiarface.jobs.planning;

import static io.familiarface.jobs.planning.ManyVisits.AGREEMENT;
import static io.familiarface.jobs.planning.ManyVisits.CUSTOMER;
import static io.familiarface.jobs.planning.ManyVisits.TECHNICIAN;
import static io.familiarface.jobs.planning.ManyVisits.visit;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.plan.LargeTables.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.Company;
import io.familiarface.photo.testing.Pictures;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.plan.Crowd;
import io.familiarface.rest.testing.plan.CrowdedService;
import io.familiarface.rest.testing.plan.FilledConventions;
import io.familiarface.rest.testing.plan.LargeTables;
import io.familiarface.rest.testing.plan.Operations;
import io.familiarface.rest.testing.plan.Plans;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
@WithTestResource(CrowdedService.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QueryPlansTest {
  /**
   * Of the feed protocol, whose reader does not run here; a list of visits, which goes through the
   * imports below and needs customers-service: its own tables have one row, and fifty; a
   * reconciliation, which reads what was sent as an export does; and pictures, found by their key
   * alone.
   */
  private static final Set<String> NOT_HERE =
      Set.of(
          "GET /v1/feeds/consumers/{feed}",
          "POST /v1/feeds/consumers/{feed}/rebuild",
          "POST /v1/feeds/consumers/{feed}/parked/{id}/discard",
          "POST /v1/feeds/consumers/{feed}/parked/{subject}/replay",
          "POST /v1/accounting/reconciliation",
          "PUT /v1/technicians/{id}/photo",
          "GET /v1/technicians/{id}/photo",
          "DELETE /v1/technicians/{id}/photo",
          "GET /v1/history/import",
          "POST /v1/history/import",
          "GET /v1/history/import/rejected");

  @Inject DataSource database;
  @Inject Company company;
  @Inject RollingPlan plan;
  private Operations operations;

  @Test
  @Order(1)
  void no_query_goes_through_a_large_table() {
    LargeTables tables = new LargeTables(database);
    ManyVisits.fill(tables);
    operations = new Operations();
    Plans plans = Plans.fromNowOn();

    technicians(operations);
    agreements(operations);
    lists(operations);
    aDay(operations);
    calendars(operations);
    changesOfPlan(operations);
    projects(operations);
    history(operations);
    accounting(operations);
    feeds(operations);
    plan.extend();

    assertThat(operations.notCalled()).isEqualTo(NOT_HERE);
    assertThat(plans.statements()).hasSizeGreaterThan(60);
    assertThat(tables.names()).contains("visit", "agreement", "feed_event", "audit_entry");
    assertThat(offences(plans, tables)).isEmpty();
    tables.read("select id from visit where missed_reason = 'NO_INDEX'");
    assertThat(offences(plans, tables)).singleElement().asString().startsWith("Seq Scan on visit");
  }

  /**
   * Who is where on some days is as many rows as there are visits, and a day here has hundreds:
   * that they are looked up by an index all the same, and not through the table, is looked at too.
   */
  private static List<String> offences(Plans plans, LargeTables tables) {
    return plans.offences(tables.names()).stream()
        .filter(
            offence ->
                offence.startsWith("Seq Scan")
                    || !offence.contains("select v.technician_id, v.id as visit_id"))
        .toList();
  }

  @Test
  @Order(2)
  void a_year_of_documents_goes_out_in_the_order_of_their_issue_and_each_once() {
    List<String> rows =
        as("accounting")
            .get("/v1/accounting/export?from=2020-01-01&to=2020-12-31&format=csv")
            .asString()
            .lines()
            .skip(1)
            .toList();
    assertThat(rows.stream().map(row -> row.split(",")[0])).hasSize(20_000).doesNotHaveDuplicates();
    assertThat(rows.stream().map(row -> row.split(",")[6])).isSorted();
  }

  @Test
  @Order(3)
  void no_request_holds_a_connection_while_it_waits_for_another() {
    Map<String, Supplier<Response>> others = new HashMap<>();
    others.putAll(Crowd.readerOf("feedback", key(CUSTOMER, 13)));
    String photo = "/v1/technicians/%s/photo";
    others.putAll(
        Crowd.picture(
            photo.formatted("{id}"), photo.formatted(key(TECHNICIAN, 12)), Pictures.png(40, 30)));
    String list = "date,customer,technician\n2025-03-03,Ann of the list,Ben of the list\n";
    String history = "/v1/history/import";
    others.put("GET " + history, () -> as("manager").get(history));
    others.put("GET " + history + "/rejected", () -> as("manager").get(history + "/rejected"));
    others.put(
        "POST " + history,
        () -> as("manager").contentType("text/csv").body(list).post(history + "?dryRun=true"));
    String reconciliation = "/v1/accounting/reconciliation";
    others.put(
        "POST " + reconciliation,
        () ->
            as("accounting")
                .contentType("text/csv")
                .body("number,total\nINV-2020-000007,89.00\n")
                .post(reconciliation + "?from=2020-03-01&to=2020-03-02"));
    Crowd.assertEveryOperationIsAnswered(operations, others, Set.of());
  }

  @Test
  @Order(4)
  void no_request_holds_a_connection_while_it_waits_for_a_neighbour() {
    String assignment = "/v1/visits/" + visit(21, 17) + "/assignment?dryRun=true";
    Crowd.assertNoneKeptWhileAsking(
        assignment,
        () ->
            json(
                    "csr",
                    "{\"technicianExternalId\":\"T151\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}")
                .header("If-Match", "*")
                .put(assignment));
    Crowd.assertNoneKeptWhileAsking(
        "POST an agreement",
        () ->
            Crowd.withKey(
                    """
                    {"customerExternalId":"C-nobody","program":"P","recurrence":"FREQ=MONTHLY",
                     "startsOn":"2027-01-06","price":{"amount":"89.00","currency":"USD"}}\
                    """)
                .post("/v1/agreements"));
    Crowd.assertNoneKeptWhileAsking(
        "POST a visit",
        () ->
            Crowd.withKey(
                    """
                    {"customerExternalId":"C-nobody","scheduledAt":"2027-01-06T15:00:00Z"}\
                    """)
                .post("/v1/visits"));
    Crowd.assertNoneKeptWhileAsking(
        "import agreements",
        () ->
            importing(
                "/v1/agreements/import",
                """
                {"externalId":"A-nobody","customerExternalId":"C-nobody","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06"}\
                """));
  }

  private void technicians(Operations operations) {
    operations.send(
        "POST",
        "/v1/technicians",
        "{\"externalId\":\"T9001\",\"name\":\"Ann\",\"branch\":\"north\"}");
    operations.pages("/v1/technicians");
    operations.pages("/v1/technicians?branch=branch%201");
    operations.get("/v1/technicians?externalId=T7");
    operations.get("/v1/technicians?externalId=T7&externalId=T8&limit=200");
    operations.pages("/v1/technicians?employedOn=" + LocalDate.now());
    String one = "/v1/technicians/{id}";
    operations.change("PATCH", one, one, "{\"name\":\"Anna\"}", "ext:T9001");
    String absence =
        operations
            .send(
                "POST",
                one + "/absences",
                "{\"kind\":\"SICK\",\"from\":\"2026-01-05\",\"to\":\"2026-01-07\"}",
                key(TECHNICIAN, 9))
            .path("id");
    operations.get(one + "/absences", key(TECHNICIAN, 9));
    String away = one + "/absences/{absenceId}";
    operations.change("DELETE", away, away, null, key(TECHNICIAN, 9), absence);
    String training =
        operations
            .send(
                "POST",
                one + "/training",
                "{\"course\":\"Listening\",\"kind\":\"SOFT\",\"on\":\"2026-01-05\"}",
                key(TECHNICIAN, 9))
            .path("id");
    operations.pages(one + "/training", key(TECHNICIAN, 9));
    operations.get(one + "/voice", key(TECHNICIAN, 9));
    String trained = one + "/training/{trainingId}";
    operations.change("DELETE", trained, trained, null, key(TECHNICIAN, 9), training);
    operations.importLines(
        "/v1/technicians/import",
        "{\"externalId\":\"T9002\",\"name\":\"Ben\"}",
        "{\"externalId\":\"T11\",\"name\":\"Other\"}");
  }

  private void agreements(Operations operations) {
    operations.send(
        "POST",
        "/v1/agreements",
        """
        {"externalId":"A900001","customerExternalId":"C77","program":"Monthly","recurrence":"FREQ=MONTHLY",
         "startsOn":"%s","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}
        """
            .formatted(Company.today()));
    operations.pages("/v1/agreements");
    operations.pages("/v1/agreements?state=CANCELLED");
    operations.pages("/v1/agreements?state=ACTIVE");
    operations.pages("/v1/agreements?endingBefore=" + Company.today().plusYears(1));
    operations.pages("/v1/agreements?technicianId=ext:T7");
    operations.pages("/v1/agreements?customerId=" + key(CUSTOMER, 7));
    operations.pages("/v1/agreements?customerId=ext:C7&technicianId=ext:T8&state=ACTIVE");
    operations.get("/v1/agreements?externalId=A7");
    String one = "/v1/agreements/{id}";
    operations.change("PATCH", one, one, "{\"recurrence\":\"FREQ=WEEKLY\"}", "ext:A900001");
    operations.send(
        "POST",
        "/v1/agreements",
        """
        {"externalId":"A900009","customerExternalId":"C78","program":"Monthly","recurrence":"FREQ=MONTHLY;COUNT=3",
         "startsOn":"%s","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}
        """
            .formatted(Company.today()));
    operations.send(
        "POST",
        one + "/renewal",
        "{\"endsOn\":\"%s\"}".formatted(Company.today().plusYears(1)),
        "ext:A900009");
    operations.send(
        "POST",
        one + "/pause",
        "{\"from\":\"%s\"}".formatted(Company.today().plusDays(5)),
        key(AGREEMENT, 102));
    operations.change("DELETE", one + "/pause", one, null, key(AGREEMENT, 102));
    operations.send("POST", one + "/cancellation", "{\"reason\":\"PRICE\"}", key(AGREEMENT, 101));
    operations.get(one + "/cancellation", key(AGREEMENT, 101));
  }

  private void lists(Operations operations) {
    String from = "from=" + Instant.now().minus(30, ChronoUnit.DAYS);
    String to = "to=" + Instant.now().plus(30, ChronoUnit.DAYS);
    for (String order : new String[] {"EARLIEST_FIRST", "LATEST_FIRST"}) {
      String visits = "/v1/visits?order=" + order;
      operations.pages(visits);
      operations.pages(visits + "&" + from + "&" + to);
      operations.pages(visits + "&state=PLANNED");
      operations.pages(visits + "&state=MISSED");
      operations.pages(visits + "&state=WITHDRAWN&" + from);
      operations.pages(visits + "&state=COMPLETED");
      operations.pages(visits + "&state=COMPLETED&" + from);
      operations.pages(visits + "&agreementId=ext:A7");
      operations.pages(visits + "&customerId=" + key(CUSTOMER, 7));
      operations.pages(visits + "&customerId=ext:C7&state=COMPLETED");
      operations.pages(visits + "&technicianId=ext:T7");
      operations.pages(visits + "&technicianId=ext:T7&state=PLANNED&" + from + "&" + to);
      operations.pages(visits + "&needsSubstitute=true&" + to);
      operations.pages(visits + "&needsSubstitute=true&technicianId=ext:T7");
    }
    operations.pages("/v1/visits?needsSubstitute=true");
    operations.get("/v1/visits?externalId=V7-7");
    operations.get("/v1/visits?externalId=V7-7&externalId=V8-8&limit=200");
    operations.getAs(Tokens.technician(UUID.fromString(key(TECHNICIAN, 7))), "/v1/visits");
  }

  private void aDay(Operations operations) {
    String one = "/v1/visits/{id}";
    operations.get(one, "ext:V7-7");
    operations.get(one + "/job-sheet", visit(7, 17));
    operations.get(one + "/leave-behind", visit(12, 10));
    operations.send(
        "POST", one + "/job-sheet/acknowledgement", "{\"reason\":\"Read out.\"}", visit(7, 17));
    operations.get(one + "/substitutes", visit(7, 17));
    operations.get(one + "/move-impact?scheduledAt=" + beside(), visit(12, 17));
    operations.send(
        "POST",
        "/v1/visits",
        "{\"agreementExternalId\":\"A7\",\"scheduledAt\":\"%s\"}"
            .formatted(Instant.now().plus(200, ChronoUnit.DAYS)));
    operations.send(
        "POST",
        "/v1/visits",
        "{\"customerExternalId\":\"C8\",\"scheduledAt\":\"%s\"}"
            .formatted(Instant.now().minus(40, ChronoUnit.DAYS)));
    for (String permanence : new String[] {"THIS_VISIT", "FOR_GOOD"}) {
      operations.change(
          "PUT",
          one + "/assignment",
          one,
          "{\"technicianExternalId\":\"T151\",\"reason\":\"REASSIGNED\",\"permanence\":\"%s\"}"
              .formatted(permanence),
          visit(permanence.length(), 17));
    }
    operations.send("POST", one + "/told", "{}", visit(10, 17));
    operations.send("POST", one + "/arrival", "{}", visit(7, 16));
    operations.change(
        "PUT",
        one + "/checklist",
        one,
        "{\"checklist\":[{\"text\":\"Cellar\",\"done\":true}]}",
        visit(7, 16));
    operations.send("POST", one + "/completion", "{\"onTime\":true}", visit(7, 16));
    operations.send(
        "POST", one + "/missed", "{\"reason\":\"TECHNICIAN_DID_NOT_COME\"}", visit(8, 16));
    operations.send(
        "POST", one + "/reschedule", "{\"scheduledAt\":\"%s\"}".formatted(beside()), visit(9, 17));
    operations.change("PATCH", one, one, "{\"onTime\":false}", visit(11, 10));
  }

  private void calendars(Operations operations) {
    operations.get("/v1/board?days=1");
    operations.get("/v1/board?from=%s&days=2&branch=branch%%201".formatted(Company.today()));
    String links = "/v1/calendar-links";
    String url = operations.send("POST", links, "{\"technicianExternalId\":\"T7\"}").path("url");
    operations.get("/v1/technicians/{id}/schedule.ics" + url.substring(url.indexOf('?')), "ext:T7");
    String made =
        operations
            .send("POST", links, "{\"externalId\":\"CL1\",\"customerExternalId\":\"C7\"}")
            .path("url");
    operations.get(
        "/v1/links/visits/{key}.ics",
        made.substring(made.lastIndexOf('/') + 1).replace(".ics", ""));
    operations.pages(links);
    operations.get(links + "?technicianId=ext:T7");
    operations.get(links + "?customerId=ext:C7");
    operations.get(links + "/{id}", "ext:CL1");
    operations.change("DELETE", links + "/{id}", links + "/{id}", null, "ext:CL1");
  }

  private void changesOfPlan(Operations operations) {
    operations.pages("/v1/notices");
    for (String state : new String[] {"OPEN", "SENT", "FAILED", "TOLD", "LATE"}) {
      operations.pages("/v1/notices?past=true&state=" + state);
    }
    operations.pages("/v1/notices?due=" + Company.today().plusDays(30));
    operations.pages("/v1/notices?customerId=" + key(CUSTOMER, 8));
    operations.pages("/v1/promises/at-risk");
    operations.pages("/v1/promises/at-risk?until=" + Company.today().plusDays(90));
    String notice = "/v1/notices/{id}";
    for (int n : new int[] {12, 13}) {
      String id =
          operations
              .get("/v1/notices?visitId=" + moved(operations, visit(n, 17)))
              .path("items[0].id");
      operations.get(notice, id);
      if (n == 12) {
        operations.send("POST", notice + "/sending", null, id);
      } else {
        operations.send("POST", notice + "/told", "{\"told\":\"PHONE\"}", id);
      }
    }
    introductions(operations);
    String plan = "/v1/plans/{id}";
    String departure = "/v1/technicians/{id}/departure";
    // So late that few visits are left.
    String leaves = "{\"lastDayOn\":\"%s\"}".formatted(Company.today().plusDays(85));
    for (String decision : new String[] {"/refusal", "/acceptance"}) {
      String id = operations.send("POST", departure, leaves, key(TECHNICIAN, 190)).path("id");
      solved(operations, id);
      operations.send("POST", plan + decision, "{}", id);
    }
    String renewed = operations.send("POST", departure, leaves, key(TECHNICIAN, 190)).path("id");
    solved(operations, renewed);
    operations.send("POST", plan + "/renewal", null, renewed);
    solved(operations, renewed);
    // With a step of a project and an agreement that is paused without an end.
    operations.send(
        "POST",
        "/v1/agreements/{id}/pause",
        "{\"from\":\"%s\"}".formatted(Company.today().plusDays(5)),
        key(AGREEMENT, 190));
    operations.send(
        "POST",
        "/v1/projects",
        "{\"externalId\":\"PJ2\",\"customerExternalId\":\"C7\",\"title\":\"Cellar\"}");
    operations.send(
        "POST",
        "/v1/projects/{id}/steps",
        "{\"title\":\"Drying\",\"startsOn\":\"%s\",\"technicianExternalId\":\"T191\"}"
            .formatted(Company.today().plusDays(87)),
        "ext:PJ2");
    String whole = operations.send("POST", departure, leaves, key(TECHNICIAN, 191)).path("id");
    solved(operations, whole);
    List<String> beside =
        operations.get(plan, whole).path("items.findAll { it.visitId == null }.id");
    assertThat(beside).hasSize(2);
    operations.send(
        "POST",
        plan + "/acceptance",
        "{\"itemIds\":[\"%s\"]}".formatted(String.join("\",\"", beside)),
        whole);
    operations.pages("/v1/plans");
    operations.pages("/v1/plans?technicianId=ext:T190");
    operations.pages("/v1/plans?waiting=true");
    for (String state : new String[] {"PROPOSED", "STALE", "ACCEPTED"}) {
      operations.pages("/v1/plans?state=" + state);
    }
  }

  private static void introductions(Operations operations) {
    String all = "/v1/introductions";
    operations.pages(all);
    for (String state : new String[] {"OPEN", "DONE", "DROPPED", "NEEDED"}) {
      operations.pages(all + "?state=" + state);
    }
    operations.pages(all + "?state=OPEN&due=" + Company.today().plusDays(7));
    operations.pages(all + "?technicianId=ext:T7&state=OPEN");
    operations.pages(all + "?customerId=" + key(CUSTOMER, 105));
    operations.get(all + "?visitId=" + visit(105, 19));
    for (String end : new String[] {"/done", "/dropped"}) {
      // At hours at which T153 is at no visit.
      int agreement = end.equals("/done") ? 14 : 18;
      operations.change(
          "PUT",
          "/v1/visits/{id}/assignment",
          "/v1/visits/{id}",
          """
          {"technicianExternalId":"T153","reason":"REASSIGNED","permanence":"THIS_VISIT"}\
          """,
          visit(agreement, 18));
      String id =
          operations
              .send(
                  "POST",
                  all,
                  "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\"}"
                      .formatted(visit(agreement, 18), visit(agreement, 17)))
              .path("id");
      operations.get(all + "/{id}", id);
      operations.send(
          "POST",
          all + "/{id}" + end,
          end.equals("/done") ? "{}" : "{\"reason\":\"Not wanted\"}",
          id);
    }
  }

  private static void solved(Operations operations, String plan) {
    while ("SOLVING".equals(operations.get("/v1/plans/{id}", plan).path("state"))) {
      Thread.onSpinWait();
    }
  }

  /** At an hour at which nobody is at a visit. */
  private static Instant beside() {
    return Instant.now().plus(9, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
  }

  private static String moved(Operations operations, String visit) {
    operations.send(
        "POST",
        "/v1/visits/{id}/reschedule",
        "{\"scheduledAt\":\"%s\"}".formatted(beside()),
        visit);
    return visit;
  }

  private void projects(Operations operations) {
    operations.send(
        "POST",
        "/v1/projects",
        "{\"externalId\":\"PJ1\",\"customerExternalId\":\"C7\",\"title\":\"Cellar\"}");
    operations.pages("/v1/projects");
    operations.pages("/v1/projects?customerId=ext:C7");
    operations.get("/v1/projects?externalId=PJ1");
    String one = "/v1/projects/{id}";
    operations.get(one, "ext:PJ1");
    operations.send(
        "POST",
        one + "/steps",
        "{\"title\":\"Drying\",\"startsOn\":\"%s\"}".formatted(Company.today()),
        "ext:PJ1");
    operations.send("POST", one + "/walk-through", "{\"with\":\"Ines\"}", "ext:PJ1");
    operations.change(
        "PATCH",
        one + "/steps/{n}",
        one + "/steps/{n}",
        "{\"endsOn\":\"%s\"}".formatted(Company.today().plusDays(3)),
        "ext:PJ1",
        1);
    String link = one + "/link";
    operations.send("POST", link, null, "ext:PJ1");
    operations.get(link, "ext:PJ1");
    operations.change("DELETE", link, link, null, "ext:PJ1");
  }

  private void history(Operations operations) {
    operations.importLines(
        "/v1/agreements/import",
        """
        {"externalId":"A900002","customerExternalId":"C78","program":"Monthly","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}\
        """
            .strip());
    operations.importLines(
        "/v1/visits/import",
        """
        {"externalId":"V900002-1","agreementExternalId":"A900002","scheduledAt":"2025-01-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T7","plannedTechnicianExternalId":"T7"}\
        """,
        """
        {"externalId":"V900002-2","agreementExternalId":"A900002","scheduledAt":"2025-02-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T8","plannedTechnicianExternalId":"T7","changeReason":"LEFT_COMPANY","permanence":"FOR_GOOD"}\
        """,
        """
        {"externalId":"V12-7","agreementExternalId":"A12","scheduledAt":"2025-02-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T8"}\
        """);
    operations.importLines(
        "/v1/cancellations/import",
        "{\"agreementExternalId\":\"A900002\",\"cancelledAt\":\"2026-03-01T15:00:00Z\",\"reason\":\"PRICE\"}");
  }

  private void accounting(Operations operations) {
    String documents = "/v1/accounting/documents";
    operations.pages(documents);
    operations.pages(documents + "?state=READY");
    operations.pages(documents + "?state=PAID&kind=INVOICE");
    operations.pages(documents + "?from=2020-03-01&to=2020-03-31");
    operations.pages(documents + "?customerId=ext:C7");
    String number = "INV-2020-000007";
    operations.get(documents + "/{number}", number);
    operations.get(documents + "/{number}/page", number);
    operations.pages(documents + "/{number}/history", number);
    operations.send(
        "POST",
        documents + "/{number}/credit",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"reason\":\"Late\"}",
        number);
    operations.change(
        "PUT",
        documents + "/{number}/instalments",
        documents + "/{number}",
        "{\"instalments\":[]}",
        number);
    String payment =
        """
        {"document":"%s","amount":{"amount":"1.00","currency":"USD"},"paidOn":"2020-03-01","reference":"%s"}\
        """;
    operations.send("POST", "/v1/accounting/payments", payment.formatted(number, "B-1"));
    operations.importLines("/v1/accounting/payments/import", payment.formatted(number, "B-2"));
    operations.pages("/v1/accounting/payments");
    operations.pages("/v1/accounting/payments?document=INV-2020-000077");
    operations.get("/v1/accounting/payments?reference=BANK-77");
    pushes(operations);
    operations.get("/v1/accounting/export?from=2020-03-01&to=2020-03-03&format=CSV");
    operations.send("POST", "/v1/accounting/preflight", "{}");
    operations.send(
        "POST",
        "/v1/accounting/prepayments",
        """
        {"agreementExternalId":"A11","amount":{"amount":"960.00","currency":"USD"},"from":"2030-01-01","to":"2030-12-31"}\
        """);
    operations.send(
        "POST",
        "/v1/accounting/project-invoices",
        """
        {"projectExternalId":"PJ1","lines":[{"step":1,"price":{"amount":"9.00","currency":"USD"}}]}\
        """);
    operations.pages("/v1/accounting/bookings");
    operations.pages("/v1/accounting/bookings?state=REFUSED");
    operations.send(
        "POST", "/v1/accounting/bookings/retries", "{\"documents\":[\"INV-2020-000077\"]}");
    operations.pages("/v1/accounting/deferrals");
    operations.send("POST", "/v1/accounting/exports", "{\"format\":\"JSON\"}");
    operations.pages("/v1/accounting/exports");
    operations.get("/v1/accounting/exports/{id}", "LAST");
    operations.get("/v1/accounting/exports/{id}/content", "LAST");
    operations.send("POST", "/v1/accounting/exports/{id}/confirmation", "{}", "LAST");
  }

  private void pushes(Operations operations) {
    String endpoints = "/v1/accounting/endpoints";
    operations.send(
        "POST", endpoints, "{\"url\":\"http://127.0.0.1:9/hook\",\"cron\":\"0 6 1 1 *\"}");
    operations.pages(endpoints);
    operations.send("POST", endpoints + "/{id}/rotation", null, "LAST");
    operations.pages(endpoints + "/{id}/deliveries?state=PENDING", "LAST");
    operations.pages("/v1/accounting/deliveries");
    operations.pages("/v1/accounting/deliveries?state=DEAD");
    operations.send("POST", "/v1/accounting/deliveries/{id}/redelivery", null, "LAST");
    String one = endpoints + "/{id}";
    operations.change("DELETE", one, one, null, "LAST");
  }

  private void feeds(Operations operations) {
    operations.get("/v1/feeds/{name}?limit=100", "jobs");
    operations.get(
        "/v1/feeds/{name}?limit=100&lastEventId=0000000051000::" + key(900, 50000), "jobs");
    operations.get("/v1/feeds/consumers");
    FilledConventions.readAudit(operations, key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/export", key(CUSTOMER, 7));
    operations.get("/v1/customers/{id}/erasure", key(CUSTOMER, 7));
    operations.pages("/v1/feeds/consumers/{feed}/parked", "feedback");
    String customer = company.customer("New");
    company.hear("customers", "io.familiarface.customer", key(CUSTOMER, 9), null);
    company.hear(
        "feedback",
        "io.familiarface.risk.assessed",
        customer,
        """
        {"customerId":"%s","asOf":"2026-01-01T00:00:00Z","probability":0.2,"band":"LOW","flagged":false,"reasonCodes":[],"modelVersion":"prior-1"}\
        """
            .formatted(customer));
  }
}
