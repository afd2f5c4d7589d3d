package io.familiarface.jobs;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not get in: each is refused as a problem, and nothing has changed. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {
  @Inject Company company;
  String agreement;

  @BeforeEach
  void an_agreement() {
    agreement =
        company.monthlyAgreement(
            company.customer("Dorothy"), company.technician("Ann"), LocalDate.of(2025, 1, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scheduledAt\":",
        "{\"scheduledAt\":\"2025-01-06T15:00:00Z\",\"scheduledAt\":\"2025-01-07T15:00:00Z\"}",
        "{\"scheduledAt\":\"2025-01-06T15:00:00Z\",\"colour\":\"red\"}",
        "{\"scheduledAt\":1736175600}",
        "{\"scheduledAt\":\"yesterday\"}",
        "{\"scheduledAt\":\"2025-01-06T15:00:00Z\",\"externalId\":17}",
        "{\"scheduledAt\":\"2025-01-06T15:00:00Z\"}",
        "{}",
        "[]",
        "null",
        ""
      })
  void a_body_that_does_not_say_what_it_should(String body) {
    int before = company.visits(agreement).size();
    String withAgreement =
        body.endsWith("Z\"}") && body.contains("colour")
            ? body.replace("}", ",\"agreementId\":\"" + agreement + "\"}")
            : body;
    problem(json("manager", withAgreement).post("/v1/visits"), 400);
    assertThat(company.visits(agreement)).hasSize(before);
  }

  @Test
  void an_agreement_of_half_a_yen() {
    String halfAYen = "{\"price\":{\"amount\":\"5.50\",\"currency\":\"JPY\"}}";
    String address = "/v1/agreements/" + agreement;
    Response before = as("manager").get(address);
    Response refused =
        as("manager")
            .header("If-Match", before.header("ETag"))
            .contentType("application/merge-patch+json")
            .body(halfAYen)
            .patch(address);
    problem(refused, 400);
    assertThat(refused.path("violations[0].pointer").toString()).isEqualTo("/price/amount");
    problem(json("manager", halfAYen).post(address + "/renewal"), 400);
    assertThat(as("manager").get(address).asString()).isEqualTo(before.asString());
  }

  @Test
  void a_visit_for_nobody_we_know() {
    problem(
        json(
                "manager",
                "{\"agreementExternalId\":\"A-nobody\",\"scheduledAt\":\"2025-01-06T15:00:00Z\"}")
            .post("/v1/visits"),
        422);
    String both =
        "{\"agreementId\":\"%s\",\"customerExternalId\":\"C1\",\"scheduledAt\":\"2025-01-06T15:00:00Z\"}"
            .formatted(agreement);
    problem(json("manager", both).post("/v1/visits"), 400);
  }

  @Test
  void an_idempotency_key_used_again_for_something_else() {
    String key = company.key("key-");
    String body =
        "{\"agreementId\":\"%s\",\"scheduledAt\":\"2025-01-06T15:00:00Z\"}".formatted(agreement);
    String first = posted(key, body).then().statusCode(201).extract().jsonPath().getString("id");
    posted(key, body).then().statusCode(201).body("id", equalTo(first));
    problem(posted(key, body.replace("01-06", "02-06")), 422);
    assertThat(
            as("manager")
                .queryParam("agreementId", agreement)
                .queryParam("to", "2025-12-31T00:00:00Z")
                .get("/v1/visits")
                .jsonPath()
                .getList("items"))
        .hasSize(1);
  }

  private Response posted(String key, String body) {
    return json("manager", body).header("Idempotency-Key", key).post("/v1/visits");
  }

  @Test
  void a_body_of_20_megabytes() {
    String body = "{\"externalId\":\"" + "x".repeat(20_000_000) + "\"}";
    problem(json("manager", body).post("/v1/visits"), 413);
  }

  @Test
  void an_import_may_be_large_but_no_line_of_it() {
    String lines =
        "{\"externalId\":\"V-nobody\",\"name\":\""
            + "x".repeat(2_000_000)
            + "\"}\n"
            + "{}\n".repeat(20_000);
    List<String> statuses =
        Api.statuses(Api.importing("/v1/technicians/import", lines.split("\n")));
    assertThat(statuses).hasSize(20_001).containsOnly("REJECTED");
  }

  @Test
  void a_feed_that_waits_minus_one() {
    problem(as("service").queryParam("timeout", -1).get("/v1/feeds/jobs"), 400);
    problem(as("service").queryParam("lastEventId", "nonsense").get("/v1/feeds/jobs"), 400);
  }

  @Test
  void tokens_that_are_not_good() {
    for (String token :
        new String[] {
          Tokens.expired(),
          Tokens.foreign(),
          Tokens.forAnotherAudience(),
          Tokens.fromAnotherIssuer()
        }) {
      problem(Api.with(token).get("/v1/visits"), 401);
    }
    problem(Api.anonymous().get("/v1/visits"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/visits/00000000-0000-7000-8000-000000000000",
        "/v1/visits/ext:V-nobody",
        "/v1/visits/17",
        "/v1/agreements/ext:A-nobody",
        "/v1/agreements/ext:A-nobody/cancellation",
        "/v1/technicians/ext:T-nobody",
        "/v1/visits/ext:V-nobody/job-sheet",
        "/v1/visits/ext:V-nobody/substitutes"
      })
  void things_that_are_not_there(String path) {
    problem(as("manager").get(path), 404);
  }

  @Test
  void a_list_asked_for_too_much_or_too_oddly() {
    problem(as("manager").queryParam("limit", 501).get("/v1/visits"), 400);
    problem(as("manager").queryParam("limit", 0).get("/v1/visits"), 400);
    problem(as("manager").queryParam("from", "yesterday").get("/v1/visits"), 400);
    problem(as("manager").queryParam("cursor", "nonsense").get("/v1/visits"), 400);
    problem(as("manager").queryParam("needsSubstitute", "perhaps").get("/v1/visits"), 400);
  }

  @Test
  void several_external_ids_are_a_list_of_those_and_too_many_are_none() {
    List<String> keys =
        Stream.of("One", "Two")
            .map(company::technician)
            .map(id -> as("csr").get("/v1/technicians/" + id).<String>path("externalId"))
            .toList();
    String list = "/v1/technicians?externalId=";
    as("csr")
        .get(list + String.join("&externalId=", keys) + "&externalId=nobody")
        .then()
        .statusCode(200)
        .body("items.externalId", containsInAnyOrder(keys.toArray()));
    String many = String.join("&externalId=", Collections.nCopies(200, "x"));
    as("csr").get(list + many + "&externalId=y").then().statusCode(200);
    String tooMany =
        IntStream.range(0, 201).mapToObj(i -> "X" + i).collect(Collectors.joining("&externalId="));
    problem(as("csr").get(list + tooMany), 400);
    problem(as("csr").get("/v1/visits?externalId=" + tooMany), 400);
    problem(as("csr").get("/v1/technicians?externalId=%00"), 400);
    problem(as("csr").get("/v1/technicians?branch=north&branch=south"), 400);
  }

  @Test
  void a_day_before_1900() {
    String customer = company.customer("Old");
    problem(
        json(
                "manager",
                """
                {"customerId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"1899-12-31",
                 "price":{"amount":"1.00","currency":"USD"}}\
                """
                    .formatted(customer))
            .post("/v1/agreements"),
        400);
    problem(
        json("manager", "{\"name\":\"T\",\"hiredOn\":\"0000-01-01\"}").post("/v1/technicians"),
        400);
    problem(
        json(
                "manager",
                "{\"agreementId\":\"%s\",\"scheduledAt\":\"1899-12-31T15:00:00Z\"}"
                    .formatted(agreement))
            .post("/v1/visits"),
        400);
    String absences = "/v1/technicians/" + company.technician("T") + "/absences";
    problem(
        json("manager", "{\"kind\":\"SICK\",\"from\":\"1899-01-01\",\"to\":\"2027-01-01\"}")
            .post(absences),
        400);
    assertThat(
            Api.statuses(
                Api.importing(
                    "/v1/technicians/import",
                    "{\"externalId\":\"T-old\",\"name\":\"T\",\"hiredOn\":\"1899-12-31\"}")))
        .containsExactly("REJECTED");
    assertThat(
            Api.statuses(
                Api.importing(
                    "/v1/cancellations/import",
                    "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"1899-12-31T15:00:00Z\",\"reason\":\"PRICE\"}"
                        .formatted(
                            as("csr")
                                .get("/v1/agreements/" + agreement)
                                .<String>path("externalId")))))
        .containsExactly("REJECTED");
  }

  @Test
  void a_visit_on_the_last_day_that_can_be_written() {
    String at = "9999-12-31T15:00:00Z";
    problem(
        json("manager", "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}".formatted(agreement, at))
            .post("/v1/visits"),
        400);
    problem(as("csr").get("/v1/board?from=9999-12-31"), 400);
    as("csr").get("/v1/board?from=9999-12-24&days=7").then().statusCode(200);
    assertThat(
            Api.statuses(
                Api.importing(
                    "/v1/visits/import",
                    "{\"externalId\":\"V-last\",\"agreementExternalId\":\"%s\",\"scheduledAt\":\"%s\",\"outcome\":\"PLANNED\"}"
                        .formatted(
                            as("csr").get("/v1/agreements/" + agreement).<String>path("externalId"),
                            at))))
        .containsExactly("REJECTED");
  }

  @Test
  void a_price_that_is_none() {
    String body =
        """
        {"customerId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"2027-01-06",
         "price":{"amount":"%s","currency":"%s"}}\
        """;
    String customer = company.customer("Price");
    problem(json("manager", body.formatted(customer, "-1", "USD")).post("/v1/agreements"), 400);
    problem(json("manager", body.formatted(customer, "1.001", "USD")).post("/v1/agreements"), 400);
    problem(
        json("manager", body.formatted(customer, "1.00", "dollars")).post("/v1/agreements"), 400);
    problem(json("manager", body.formatted(customer, "cheap", "USD")).post("/v1/agreements"), 400);
  }

  @Test
  void a_visit_every_second_for_ever() {
    String customer = company.customer("Every second");
    String body =
        """
        {"customerId":"%s","program":"P","recurrence":"FREQ=SECONDLY","startsOn":"2027-01-06",
         "price":{"amount":"1.00","currency":"USD"}}\
        """;
    Response answer = json("manager", body.formatted(customer)).post("/v1/agreements");
    problem(answer, 400);
    answer
        .then()
        .body("type", containsString("bad-recurrence"))
        .body("violations[0].pointer", equalTo("/recurrence"))
        .body("violations[0].message", containsString("DAILY, WEEKLY, MONTHLY or YEARLY"));
    assertThat(Api.all("csr", "/v1/agreements?customerId=" + customer)).isEmpty();
    String path = "/v1/agreements/" + agreement;
    String before = Api.etag(path);
    problem(
        json("manager", "{\"recurrence\":\"FREQ=SECONDLY\"}")
            .header("If-Match", before)
            .patch(path),
        400);
    assertThat(Api.etag(path)).isEqualTo(before);
  }

  @Test
  void a_visit_moved_to_the_past() {
    String visit = company.visitsToCome(agreement).get(0);
    String path = "/v1/visits/" + visit;
    String before = Api.etag(path);
    problem(
        json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Instant.now().minusSeconds(3 * 86_400)))
            .post(path + "/reschedule"),
        403);
    problem(
        json("manager", "{\"scheduledAt\":\"2024-12-30T15:00:00Z\"}").post(path + "/reschedule"),
        422);
    assertThat(Api.etag(path)).isEqualTo(before);
  }

  /** A file that comes too early says what it waits for, and is simply sent again. */
  @Test
  void lines_that_name_an_agreement_not_yet_imported() {
    String early = company.key("A-early-");
    String technician = company.key("T-early-");
    String[] visits = {
      visit(early, technician, "2025-02-06T15:00:00Z"),
      visit(early, technician, "2025-03-06T15:00:00Z")
    };
    String cancellation =
        "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"2025-04-01T15:00:00Z\",\"reason\":\"PRICE\"}"
            .formatted(early);
    String report = Api.importing("/v1/visits/import", visits).asString();
    assertThat(report.lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "REJECTED", "unknown-agreement", early, "import the agreement first"));
    assertThat(Api.importing("/v1/cancellations/import", cancellation).asString())
        .contains("REJECTED", early);

    Api.importing(
        "/v1/technicians/import",
        "{\"externalId\":\"%s\",\"name\":\"Early\"}".formatted(technician));
    String customer = company.customer("Early");
    Response signed =
        json(
                "manager",
                """
                {"externalId":"%s","customerId":"%s","program":"P","recurrence":"FREQ=MONTHLY",
                 "startsOn":"2025-01-06","price":{"amount":"1.00","currency":"USD"}}\
                """
                    .formatted(early, customer))
            .post("/v1/agreements");
    signed.then().statusCode(201);
    assertThat(Api.statuses(Api.importing("/v1/visits/import", visits)))
        .containsExactly("CREATED", "CREATED");
    assertThat(Api.statuses(Api.importing("/v1/cancellations/import", cancellation)))
        .containsExactly("CREATED");
    assertThat(Api.statuses(Api.importing("/v1/visits/import", visits)))
        .containsExactly("UNCHANGED", "UNCHANGED");
  }

  private String visit(String agreementKey, String technicianKey, String at) {
    return """
        {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"COMPLETED",\
        "technicianExternalId":"%s"}"""
        .formatted(company.key("V-early-"), agreementKey, at, technicianKey);
  }

  private static void problem(Response answer, int status) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", containsString("urn:familiar-face:problem:"))
        .body("status", equalTo(status));
  }
}
