package io.familiarface.customers;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import io.familiarface.rest.testing.wire.RoundTripTable;
import io.familiarface.rest.testing.wire.RoundTrips;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often requests, and the events of the others, wait for PostgreSQL. */
@ServiceTest
class RoundTripsTest {
  /** The cursor is moved before, in one round trip by itself: see the tests of http-feed. */
  private static final int CURSOR = 1;

  @Inject SimulatedFeeds told;
  private final UUID alan = UUID.randomUUID();
  private String externalId;
  private UUID customer;
  private String path;

  @BeforeEach
  void a_customer_of_whom_something_is_known() {
    externalId = newKey("TRIPS");
    customer =
        UUID.fromString(
            json(
                    Role.CSR,
                    "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"Trips\"}"
                        .formatted(externalId))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    path = "/v1/customers/" + customer;
    told.by(
        "technicians",
        "technician",
        alan,
        "{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"Alan\",\"revision\":1}"
            .formatted(alan, alan));
  }

  @Test
  void a_card_is_one_and_its_commit_is_in_it() {
    MonthlyProgram.starts(told::tell, customer, alan, Instant.now().minus(Duration.ofDays(90)))
        .month(alan)
        .planned(alan, Instant.now());
    assertThat(trips(() -> as(Role.CSR).get(path + "/card"))).isEqualTo(1);
    String byExternalId = "/v1/customers/ext:" + externalId + "/card";
    assertThat(trips(() -> as(Role.CSR).get(byExternalId))).isEqualTo(1);
    assertThat(trips(() -> asTechnician(alan).get(byExternalId))).isEqualTo(1);
    assertThat(trips(() -> as(Role.SERVICE).get(path + "/card"))).isEqualTo(1);
  }

  @Test
  void a_page_of_customers_is_two() {
    assertThat(trips(() -> as(Role.CSR).get("/v1/customers?limit=50"))).isLessThanOrEqualTo(2);
    assertThat(trips(() -> as(Role.CSR).get("/v1/customers?name=trips"))).isLessThanOrEqualTo(2);
  }

  @Test
  void no_operation_takes_more_than_the_table_says() {
    RoundTripTable table =
        new RoundTripTable(Path.of("../bench/results/round-trips.md"), "customers-service");
    customers(table);
    traits(table);
    promises(table);
    peopleAndSites(table);
    certificates(table);
    letters(table);
    conduct(table);
    lives(table);
    reads(table);
    table.assertCommitted();
  }

  private void peopleAndSites(RoundTripTable table) {
    String person = "{\"externalId\":\"%s\",\"name\":\"Sam\"}";
    String site =
        "{\"externalId\":\"%s\",\"name\":\"Barn\",\"address\":{\"line1\":\"1 Mill\",\"city\":\"Barre\"}}";
    addedChangedAndRemoved(table, "people", "personId", person, "{\"role\":\"tenant\"}");
    addedChangedAndRemoved(table, "sites", "siteId", site, "{\"name\":\"Shed\"}");
  }

  private void addedChangedAndRemoved(
      RoundTripTable table, String what, String id, String body, String patch) {
    String operation = " /v1/customers/{id}/" + what;
    table.count(
        "POST" + operation,
        "whether the key is free, how many there are and in which country are asked one after the other",
        () -> {
          String of = newCustomer() + "/" + what;
          return () -> written(of, body);
        });
    table.count(
        "PATCH" + operation + "/{" + id + "}",
        () -> {
          String of = newCustomer() + "/" + what;
          String one = of + "/" + written(of, body).path("id");
          return () -> json(Role.CSR, patch).header("If-Match", "*").patch(one);
        });
    table.count(
        "DELETE" + operation + "/{" + id + "}",
        () -> {
          String of = newCustomer() + "/" + what;
          String one = of + "/" + written(of, body).path("id");
          return () -> as(Role.CSR).header("If-Match", "*").delete(one);
        });
  }

  private void certificates(RoundTripTable table) {
    String pie =
        "{\"externalId\":\"%%s\",\"kind\":\"GIFT\",\"gift\":\"Pie\",\"transferable\":true,\"customerId\":\"%s\"}";
    String referral = "{\"externalId\":\"%%s\",\"name\":\"June\",\"byCustomerId\":\"%s\"}";
    table.count(
        "POST /v1/certificates",
        () -> {
          String of = newCustomer().substring("/v1/customers/".length());
          return () -> written("/v1/certificates", pie.formatted(of));
        });
    table.count(
        "POST /v1/certificates/{code}/redemption",
        "who brings whom becomes a referral in the same transaction",
        () -> {
          String of = newCustomer().substring("/v1/customers/".length());
          String code = written("/v1/certificates", pie.formatted(of)).path("code");
          return () ->
              written(
                  "/v1/certificates/" + code + "/redemption",
                  "{\"customerId\":\"%s\"}".formatted(customer));
        });
    table.count(
        "POST /v1/referrals", () -> () -> written("/v1/referrals", referral.formatted(customer)));
    table.count(
        "POST /v1/referrals/{referralId}/state",
        () -> {
          String one = written("/v1/referrals", referral.formatted(customer)).path("id");
          return () -> written("/v1/referrals/" + one + "/state", "{\"state\":\"CONTACTED\"}");
        });
  }

  private void letters(RoundTripTable table) {
    table.count(
        "POST /v1/customers/{id}/handout",
        "all that the letter names is read before it is written",
        () -> {
          String of = newCustomer();
          return () -> written(of + "/handout", "{\"template\":\"first-visit\"}");
        });
    table.count(
        "POST /v1/customers/{id}/handout/{n}/acknowledgement",
        () -> {
          String of = newCustomer();
          written(of + "/handout", "{\"template\":\"first-visit\"}");
          return () -> written(of + "/handout/1/acknowledgement", "{\"handedBy\":\"Al\"}");
        });
  }

  private void conduct(RoundTripTable table) {
    table.count(
        "POST /v1/customers/{id}/conduct",
        () -> {
          String of = newCustomer();
          return () -> written(of + "/conduct", "{\"kind\":\"INCIDENT\",\"text\":\"Shouts.\"}");
        });
  }

  private void lives(RoundTripTable table) {
    table.count(
        "POST /v1/customers/{id}/merge",
        "each package moves what it holds of the one to the other",
        () -> {
          String from = newCustomer().substring("/v1/customers/".length());
          String into = newCustomer();
          return () ->
              json(Role.MANAGER, "{\"from\":\"%s\"}".formatted(from))
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .post(into + "/merge");
        });
    table.count(
        "DELETE /v1/customers/{id}",
        "each package forgets what it holds",
        () -> {
          String gone = newCustomer();
          return () -> as(Role.ADMIN).delete(gone + "?reason=law");
        });
  }

  private void reads(RoundTripTable table) {
    for (String path :
        List.of(
            path,
            path + "/similar",
            path + "/traits",
            path + "/promises",
            path + "/interactions",
            path + "/walk-through",
            path + "/people",
            path + "/sites",
            path + "/conduct",
            "/v1/certificates",
            "/v1/referrals",
            "/v1/referrals/summary?by=source",
            "/v1/templates")) {
      table.count(
          "GET " + path.replace(customer.toString(), "{id}").replaceAll("\\?.*", ""),
          () -> () -> as(Role.CSR).get(path));
    }
    table.count("GET /v1/audit", () -> () -> as(Role.ADMIN).get("/v1/audit?person=" + customer));
  }

  private String newCustomer() {
    return "/v1/customers/"
        + written(
                "/v1/customers", "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"Trips\"}")
            .path("id");
  }

  private void customers(RoundTripTable table) {
    table.count(
        "POST /v1/customers",
        () ->
            () ->
                written(
                    "/v1/customers",
                    "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"New\"}"));
    table.count(
        "PATCH /v1/customers/{id}",
        () -> {
          String tag = etag(path);
          return () ->
              json(Role.CSR, "{\"branch\":\"%s\"}".formatted(newKey("branch")))
                  .header("If-Match", tag)
                  .patch(path);
        });
    table.count("GET /v1/customers", () -> () -> as(Role.CSR).get("/v1/customers?limit=50"));
    table.count("GET /v1/customers/{id}/card", () -> () -> as(Role.CSR).get(path + "/card"));
    table.count(
        "POST /v1/customers/{id}/interactions",
        () ->
            () ->
                written(
                    "/v1/customers/ext:" + externalId + "/interactions",
                    "{\"externalId\":\"%s\",\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}"));
  }

  private void traits(RoundTripTable table) {
    table.count("POST /v1/customers/{id}/traits", () -> this::trait);
    table.count(
        "PATCH /v1/customers/{id}/traits/{traitId}",
        () -> {
          String one = path + "/traits/" + trait().path("id");
          return () -> json(Role.CSR, "{\"pinned\":true}").header("If-Match", "*").patch(one);
        });
    table.count(
        "DELETE /v1/customers/{id}/traits/{traitId}",
        () -> {
          String one = path + "/traits/" + trait().path("id");
          return () -> as(Role.CSR).header("If-Match", "*").delete(one);
        });
  }

  private Response trait() {
    return written(
        path + "/traits", "{\"externalId\":\"%s\",\"category\":\"CARE\",\"text\":\"A dog.\"}");
  }

  private void promises(RoundTripTable table) {
    table.count("POST /v1/customers/{id}/promises", () -> this::promise);
    table.count(
        "POST /v1/customers/{id}/promises/{promiseId}/decision",
        "who is meant, what was promised and what the visits decide are asked one after the other",
        () -> {
          String one = promise().path("externalId");
          return () ->
              written(
                  path + "/promises/ext:" + one + "/decision",
                  "{\"state\":\"RELEASED\",\"reason\":\"They asked. %s\"}");
        });
  }

  private Response promise() {
    return written(
        path + "/promises",
        "{\"externalId\":\"%s\",\"kind\":\"SAME_TECHNICIAN\",\"text\":\"Me.\",\"technicianExternalId\":\""
            + alan
            + "\"}");
  }

  private static Response written(String path, String body) {
    return json(Role.CSR, body.formatted(newKey("TRIPS")))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(path);
  }

  @Test
  void an_event_is_six_at_most_and_so_are_many_at_once() {
    MonthlyProgram program =
        MonthlyProgram.starts(told::tell, customer, alan, Instant.parse("2025-01-06T14:00:00Z"));
    program.month(alan);
    assertThat(work(() -> program.month(alan))).isLessThanOrEqualTo(6 - CURSOR);
    assertThat(work(() -> program.planned(alan, Instant.now()))).isLessThanOrEqualTo(6 - CURSOR);
    assertThat(work(() -> score(customer, 4))).isLessThanOrEqualTo(6 - CURSOR);
    assertThat(work(() -> manyAtOnce(20))).isLessThanOrEqualTo(6 - CURSOR);
  }

  @Test
  void an_event_that_breaks_a_promise_is_six_at_most() {
    MonthlyProgram program =
        MonthlyProgram.starts(told::tell, customer, alan, Instant.now().minus(Duration.ofDays(90)));
    json(
            Role.MANAGER,
            "{\"kind\":\"SAME_TECHNICIAN\",\"text\":\"Me.\",\"madeAt\":\"2025-01-06T09:00:00Z\"}")
        .post(path + "/promises")
        .then()
        .statusCode(201);
    program.month(alan).absent(UUID.randomUUID());
    RoundTrips trips = counted(() -> program.absent(UUID.randomUUID()));
    assertThat(trips.count()).as("%s", trips).isLessThanOrEqualTo(6 - CURSOR);
    assertThat(trips.toString()).contains("update promise", "update customer");
  }

  private void manyAtOnce(int n) {
    told.atOnce(
        "feedback",
        telling -> {
          for (int i = 0; i < n; i++) {
            UUID another = UUID.randomUUID();
            telling.by("feedback", "feedback.given", another, feedback(another, 5));
            telling.by(
                "feedback",
                "risk.assessed",
                another,
                """
                {"customerId":"%s","asOf":"%s","probability":0.2,"band":"LOW","flagged":false,
                 "reasonCodes":["SILENCE","SURPRISE"],"modelVersion":"prior-1"}"""
                    .formatted(another, Instant.now()));
          }
        });
  }

  private void score(UUID of, int csat) {
    told.by("feedback", "feedback.given", of, feedback(of, csat));
  }

  private static String feedback(UUID of, int csat) {
    return """
        {"feedbackId":"%s","customerId":"%s","at":"%s","kind":"SURVEY","csat":%d,"revision":1}"""
        .formatted(UUID.randomUUID(), of, Instant.now(), csat);
  }

  private static int work(Runnable work) {
    return counted(work).count();
  }

  private static RoundTrips counted(Runnable work) {
    return RoundTrips.fewest(() -> RoundTrips.ofThisThread(work));
  }

  /** From the sixth time on a statement is prepared: it has to go together with others then too. */
  private static int trips(Supplier<Response> request) {
    for (int i = 0; i < 6; i++) {
      sent(request);
    }
    return RoundTrips.of(() -> sent(request)).count();
  }

  private static void sent(Supplier<Response> request) {
    Response answer = request.get();
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
