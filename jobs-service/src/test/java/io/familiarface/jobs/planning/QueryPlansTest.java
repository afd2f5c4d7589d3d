package io.familiarface.jobs.planning;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    BookOperations.technicians(operations);
    BookOperations.agreements(operations);
    VisitOperations.lists(operations);
    VisitOperations.aDay(operations);
    VisitOperations.calendars(operations);
    PlanOperations.changesOfPlan(operations);
    PlanOperations.projects(operations);
    BookOperations.history(operations);
    AccountingOperations.accounting(operations);
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
