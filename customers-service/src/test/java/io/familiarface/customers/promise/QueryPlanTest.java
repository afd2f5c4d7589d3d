package io.familiarface.customers.promise;

import static io.familiarface.customers.promise.LargeDataSet.AGREEMENT;
import static io.familiarface.customers.promise.LargeDataSet.CUSTOMER;
import static io.familiarface.customers.promise.LargeDataSet.PROMISE;
import static io.familiarface.customers.promise.LargeDataSet.TECHNICIAN;
import static io.familiarface.customers.promise.LargeDataSet.VISIT;
import static io.familiarface.customers.promise.LargeDataSet.VISITS_EACH;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.plan.LargeTables.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.photo.testing.Pictures;
import io.familiarface.rest.security.Role;
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
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
class QueryPlanTest {
  /**
   * Of the feed protocol, whose reader does not run here; pictures, found by their key alone; and
   * what takes two people.
   */
  private static final Set<String> NOT_HERE =
      Set.of(
          "GET /v1/feeds/consumers/{feed}",
          "POST /v1/feeds/consumers/{feed}/parked/{id}/discard",
          "POST /v1/feeds/consumers/{feed}/parked/{subject}/replay",
          "POST /v1/feeds/consumers/{feed}/rebuild",
          // by another person, and with jobs-service beside it: LettingGoResourceTest
          "POST /v1/customers/{id}/letting-go/approval",
          "GET /v1/customers/{id}/letting-go/letter",
          "PUT /v1/customers/{id}/photo",
          "GET /v1/customers/{id}/photo",
          "DELETE /v1/customers/{id}/photo");

  private static final String ONE = "/v1/customers/{id}";

  @Inject DataSource database;
  @Inject SimulatedFeeds told;
  @Inject PromiseExpiry expiry;
  private Operations operations;

  @Test
  @Order(1)
  void no_query_goes_through_a_large_table() {
    LargeTables tables = new LargeTables(database);
    LargeDataSet.fill(tables);
    assertThat(tables.count("visit_copy")).isGreaterThanOrEqualTo(1_000_000);
    operations = new Operations();
    Plans plans = Plans.fromNowOn();

    customers(operations);
    lists(operations);
    peopleAndSites(operations);
    merges(operations);
    privacy(operations);
    whatMatters(operations);
    promises(operations);
    certificates(operations);
    conduct(operations);
    letters(operations);
    feeds(operations);
    theOthersTell();
    expiry.decideExpired();

    assertThat(operations.notCalled()).isEqualTo(NOT_HERE);
    assertThat(plans.statements()).hasSizeGreaterThan(60);
    assertThat(tables.names()).contains("customer", "promise", "visit_copy", "feed_event");
    assertThat(plans.offences(tables.names())).isEmpty();
    tables.read("select id from visit_copy where change_reason = 'NO_INDEX'");
    assertThat(plans.offences(tables.names()))
        .singleElement()
        .asString()
        .startsWith("Seq Scan on visit_copy");
  }

  @Test
  @Order(2)
  void no_request_holds_a_connection_while_it_waits_for_another() {
    Map<String, Supplier<Response>> others = new HashMap<>();
    others.putAll(Crowd.readerOf("feedback", key(CUSTOMER, 13)));
    String photo = "/photo";
    String one = "/v1/customers/" + key(CUSTOMER, 16);
    others.putAll(Crowd.picture(ONE + photo, one + photo, Pictures.png(40, 30)));
    attempts(operations, 16);
    json(Role.MANAGER, "{\"reason\":\"Shouts.\"}").post(one + "/letting-go").then().statusCode(201);
    others.put(
        "POST " + ONE + "/letting-go/approval",
        () -> Crowd.withKey("{}").post(one + "/letting-go/approval"));
    others.put(
        "GET " + ONE + "/letting-go/letter", () -> as(Role.ADMIN).get(one + "/letting-go/letter"));
    Crowd.assertEveryOperationIsAnswered(operations, others, Set.of());
  }

  @Test
  @Order(3)
  void no_request_holds_a_connection_while_it_waits_for_a_neighbour() {
    Crowd.assertNoneKeptWhileAsking(
        "POST a promise",
        () ->
            json(
                    Role.CSR,
                    """
                    {"kind":"SAME_TECHNICIAN","text":"Me.","technicianExternalId":"T-nobody"}""")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/customers/" + key(CUSTOMER, 8) + "/promises"));
    Crowd.assertNoneKeptWhileAsking(
        "import promises",
        () ->
            importing(
                "/v1/promises/import",
                """
                {"externalId":"P-nobody","customerExternalId":"C88","kind":"SAME_TECHNICIAN","text":"Me.","madeBy":"Al","madeAt":"2025-01-06T09:00:00Z","technicianExternalId":"T-nobody"}"""));
  }

  private void customers(Operations operations) {
    operations.send(
        "POST",
        "/v1/customers",
        "{\"externalId\":\"C900001\",\"kind\":\"HOUSEHOLD\",\"name\":\"Ada\"}");
    operations.get(ONE, "ext:C900001");
    operations.change("PATCH", ONE, ONE, "{\"externalId\":\"C900002\"}", "ext:C900001");
    operations.get(ONE + "/card", key(CUSTOMER, 10));
    operations.getAs(
        Tokens.technician(UUID.fromString(key(TECHNICIAN, 9))), ONE + "/card", key(CUSTOMER, 9));
    operations.importLines(
        "/v1/customers/import",
        "{\"externalId\":\"C900003\",\"kind\":\"HOUSEHOLD\",\"name\":\"Bea\"}",
        "{\"externalId\":\"C77\",\"kind\":\"HOUSEHOLD\",\"name\":\"Other\"}");
  }

  private void lists(Operations operations) {
    for (String sort : new String[] {"createdAt", "-createdAt", "name", "-name"}) {
      String customers = "/v1/customers?sort=" + sort;
      operations.pages(customers);
      operations.pages(customers + "&branch=branch%201");
      operations.pages(customers + "&status=LET_GO");
      operations.pages(customers + "&status=ACTIVE");
      operations.pages(customers + "&name=word17");
      operations.pages(customers + "&name=word17%20name1&branch=branch%201");
    }
    operations.get("/v1/customers?externalId=C7");
    operations.get("/v1/customers?externalId=C7&externalId=C8&limit=200");
    operations.get("/v1/customers?ids=" + key(CUSTOMER, 10) + "," + key(CUSTOMER, 11));
    for (String typed : new String[] {"name4711", "wrod17", "8025550117", "name4711%20mill"}) {
      operations.get("/v1/customers?q=" + typed);
      operations.get("/v1/customers?status=LET_GO&branch=branch%201&q=" + typed);
    }
  }

  private void peopleAndSites(Operations operations) {
    String site = "{\"name\":\"Mill\",\"address\":{\"line1\":\"1\",\"city\":\"B\"}}";
    underCustomer(operations, "/people", "/{personId}", "{\"name\":\"Sam\"}");
    underCustomer(operations, "/sites", "/{siteId}", site);
  }

  private void merges(Operations operations) {
    operations.get(ONE + "/similar", key(CUSTOMER, 40));
    operations.send(
        "POST",
        ONE + "/merge",
        "{\"from\":\"%s\"}".formatted(key(CUSTOMER, 41)),
        key(CUSTOMER, 40));
    operations.get(ONE + "/similar", key(CUSTOMER, 40));
  }

  private void privacy(Operations operations) {
    operations.get(ONE + "/export", key(CUSTOMER, 50));
    String erasure =
        operations
            .send("DELETE", ONE + "?reason=law&externalId=E7", null, key(CUSTOMER, 51))
            .path("id");
    operations.pages("/v1/erasures");
    operations.get("/v1/erasures?customerId=" + key(CUSTOMER, 51));
    operations.get("/v1/erasures?externalId=E7");
    operations.get("/v1/erasures/{erasureId}", erasure);
    operations.get("/v1/retention");
    operations.send("POST", "/v1/retention/run", null);
  }

  private void underCustomer(Operations operations, String all, String id, String body) {
    String one = ONE + all + id;
    String added = operations.send("POST", ONE + all, body, key(CUSTOMER, 7)).path("id");
    operations.pages(ONE + all, key(CUSTOMER, 7));
    operations.get(one, key(CUSTOMER, 7), added);
    operations.change("PATCH", one, one, "{\"name\":\"Bo\"}", key(CUSTOMER, 7), added);
    operations.change("DELETE", one, one, null, key(CUSTOMER, 7), added);
  }

  private void whatMatters(Operations operations) {
    String trait =
        operations
            .send(
                "POST",
                ONE + "/traits",
                "{\"category\":\"CARE\",\"text\":\"A dog.\"}",
                key(CUSTOMER, 7))
            .path("id");
    operations.pages(ONE + "/traits", key(CUSTOMER, 7));
    String oneTrait = ONE + "/traits/{traitId}";
    operations.change("PATCH", oneTrait, oneTrait, "{\"pinned\":true}", key(CUSTOMER, 7), trait);
    operations.change("DELETE", oneTrait, oneTrait, null, key(CUSTOMER, 7), trait);
    String talk =
        operations
            .send(
                "POST",
                ONE + "/interactions",
                "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}",
                key(CUSTOMER, 7))
            .path("id");
    operations.pages(ONE + "/interactions", key(CUSTOMER, 7));
    operations.get("/v1/walk-through-steps");
    operations.get(ONE + "/walk-through", key(CUSTOMER, 7));
    operations.get(ONE + "/interactions/{interactionId}", key(CUSTOMER, 7), talk);
  }

  private void promises(Operations operations) {
    operations.send(
        "POST",
        ONE + "/promises",
        "{\"kind\":\"SAME_TECHNICIAN\",\"text\":\"Me.\",\"technicianExternalId\":\"T7\"}",
        key(CUSTOMER, 8));
    operations.pages(ONE + "/promises", key(CUSTOMER, 8));
    String one = ONE + "/promises/{promiseId}";
    operations.get(one, key(CUSTOMER, 20), key(PROMISE, 20));
    operations.pages(one + "/history", key(CUSTOMER, 20), key(PROMISE, 20));
    operations.send(
        "POST",
        one + "/decision",
        "{\"state\":\"RELEASED\",\"reason\":\"She asked.\"}",
        key(CUSTOMER, 9),
        key(PROMISE, 9));
    operations.importLines(
        "/v1/promises/import",
        """
        {"externalId":"P900001","customerExternalId":"C88","kind":"PRICE","text":"No more.","madeBy":"Al","madeAt":"2026-01-06T09:00:00Z"}""");
  }

  private void certificates(Operations operations) {
    String customer = "?customerId=" + key(CUSTOMER, 12);
    String code =
        operations
            .send(
                "POST",
                "/v1/certificates",
                "{\"kind\":\"GIFT\",\"gift\":\"Pie\",\"transferable\":true,\"customerId\":\"%s\"}"
                    .formatted(key(CUSTOMER, 12)))
            .path("code");
    operations.pages("/v1/certificates");
    operations.pages("/v1/certificates" + customer);
    operations.get("/v1/certificates/{code}", code);
    operations.send(
        "POST",
        "/v1/certificates/{code}/redemption",
        "{\"customerId\":\"%s\"}".formatted(key(CUSTOMER, 13)),
        code);
    String referral =
        operations
            .send(
                "POST",
                "/v1/referrals",
                "{\"name\":\"June\",\"byCustomerId\":\"%s\"}".formatted(key(CUSTOMER, 12)))
            .path("id");
    operations.pages("/v1/referrals");
    operations.pages("/v1/referrals?byCustomerId=" + key(CUSTOMER, 12));
    operations.get("/v1/referrals/summary?by=source");
    operations.get("/v1/referrals/{referralId}", referral);
    operations.send(
        "POST", "/v1/referrals/{referralId}/state", "{\"state\":\"CONTACTED\"}", referral);
  }

  private void conduct(Operations operations) {
    String entry = attempts(operations, 14);
    operations.pages(ONE + "/conduct", key(CUSTOMER, 14));
    operations.get(ONE + "/conduct/{entryId}", key(CUSTOMER, 14), entry);
    operations.send("POST", ONE + "/letting-go", "{\"reason\":\"Shouts.\"}", key(CUSTOMER, 14));
    operations.get(ONE + "/letting-go", key(CUSTOMER, 14));
    operations.send("POST", ONE + "/letting-go/undo", "{\"reason\":\"No.\"}", key(CUSTOMER, 14));
  }

  /** All that is to be tried with a customer before they may be let go; answers the last entry. */
  private static String attempts(Operations operations, int customer) {
    String attempt = "{\"kind\":\"%s\",\"text\":\"Tried.\",\"at\":\"%s\"}";
    Instant then = Instant.now().minus(20, ChronoUnit.DAYS);
    String entry = "";
    for (String kind :
        "RETENTION_ATTEMPT RETENTION_ATTEMPT RETENTION_ATTEMPT MANAGER_TALK WRITTEN_WARNING"
            .split(" ")) {
      entry =
          operations
              .send(
                  "POST", ONE + "/conduct", attempt.formatted(kind, then), key(CUSTOMER, customer))
              .path("id");
    }
    return entry;
  }

  private void letters(Operations operations) {
    String template =
        operations
            .send(
                "POST",
                "/v1/templates",
                "{\"name\":\"autumn\",\"kind\":\"HANDOUT\",\"body\":\"Dear {{customer.name}}\"}")
            .path("id");
    String one = "/v1/templates/{templateId}";
    operations.pages("/v1/templates");
    operations.change("PATCH", one, one, "{\"body\":\"Hello\"}", template);
    operations.pages(one + "/versions", template);
    operations.get(one + "/preview?customer=" + key(CUSTOMER, 15), template);
    operations.send("POST", ONE + "/handout", "{\"template\":\"autumn\"}", key(CUSTOMER, 15));
    operations.pages(ONE + "/handout", key(CUSTOMER, 15));
    operations.get(ONE + "/handout/{n}", key(CUSTOMER, 15), 1);
    operations.send(
        "POST",
        ONE + "/handout/{n}/acknowledgement",
        "{\"handedBy\":\"Al\"}",
        key(CUSTOMER, 15),
        1);
  }

  private void feeds(Operations operations) {
    operations.get("/v1/feeds/{name}?limit=100", "customers");
    operations.get(
        "/v1/feeds/{name}?limit=100&lastEventId=0000000051000::" + key(900, 50000), "customers");
    operations.get("/v1/feeds/consumers");
    FilledConventions.readAudit(operations, key(CUSTOMER, 7));
    operations.pages("/v1/feeds/consumers/{feed}/parked", "feedback");
  }

  private void theOthersTell() {
    UUID customer = UUID.fromString(key(CUSTOMER, 11));
    Instant now = Instant.now();
    visit(customer, 11 * VISITS_EACH + 19, now, 2);
    visit(customer, 11 * VISITS_EACH + 16, now.minus(70, ChronoUnit.DAYS), 3);
    told.by(
        "feedback",
        "risk.assessed",
        customer,
        """
        {"customerId":"%s","asOf":"%s","probability":0.2,"band":"LOW","flagged":false,"reasonCodes":[],"modelVersion":"prior-1"}\
        """
            .formatted(customer, now));
    told.by(
        "feedback",
        "complaint.changed",
        customer,
        """
        {"complaintId":"%s","customerId":"%s","state":"CLOSED","receivedAt":"%s","revision":2}\
        """
            .formatted(key(6, 11), customer, now));
    told.by("technicians", "technician", UUID.fromString(key(TECHNICIAN, 11)), null);
  }

  /** The n-th visit of all was made by somebody else. */
  private void visit(UUID customer, long n, Instant at, int revision) {
    told.by(
        "jobs",
        "visit.completed",
        customer,
        """
        {"visitId":"%s","agreementId":"%s","customerId":"%s","scheduledAt":"%s","technicianId":"%s",
         "plannedTechnicianId":"%s","changeReason":"ABSENT","permanence":"THIS_VISIT",
         "customerTold":null,"introduced":null,"completedAt":"%s","onTime":true,"revision":%d}\
        """
            .formatted(
                key(VISIT, n),
                key(AGREEMENT, 11),
                customer,
                at,
                key(TECHNICIAN, 77),
                key(TECHNICIAN, 11),
                at,
                revision));
  }
}
