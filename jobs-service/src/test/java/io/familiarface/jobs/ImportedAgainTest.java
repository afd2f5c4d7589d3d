package io.familiarface.jobs;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.imported;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.statuses;
import static java.lang.Boolean.FALSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A file may be sent again at any time: it is no news, and takes nothing back. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportedAgainTest {
  private static final String TECHNICIANS = "/v1/technicians/import";
  private static final String AGREEMENTS = "/v1/agreements/import";
  private static final String VISITS = "/v1/visits/import";
  private static final String CANCELLATIONS = "/v1/cancellations/import";

  @Inject Company company;
  String ann;
  String ben;
  String agreementId;
  String agreement;
  String customer;

  @BeforeEach
  void an_agreement_that_ann_started() {
    String annId = company.technician("Ann");
    ann = key("/v1/technicians/" + annId);
    ben = key("/v1/technicians/" + company.technician("Ben"));
    agreementId =
        company.monthlyAgreement(company.customer("Grace"), annId, LocalDate.of(2025, 1, 6));
    agreement = key("/v1/agreements/" + agreementId);
    customer =
        as("csr").get("/v1/agreements/" + agreementId).jsonPath().getString("customerExternalId");
  }

  @Test
  void a_visit_keeps_what_the_first_import_kept_and_what_was_said_since() {
    String id =
        json(
                "manager",
                "{\"agreementId\":\"%s\",\"scheduledAt\":\"2025-01-06T15:00:00Z\"}"
                    .formatted(agreementId))
            .post("/v1/visits")
            .path("id");
    company.completeOnTime(id, Instant.parse("2025-01-06T16:10:00Z")).then().statusCode(201);
    String path = "/v1/visits/" + id;
    json(
            "manager",
            "{\"changeReason\":\"SICK\",\"permanence\":\"THIS_VISIT\",\"technicianId\":\"%s\",\"customerTold\":true}"
                .formatted(as("csr").get("/v1/technicians/ext:" + ben).path("id").toString()))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    String line = visit(company.key("V"), "2025-01-06T17:00:00Z", "COMPLETED", ben);

    assertThat(statuses(importing(VISITS, line))).containsExactly("UPDATED");
    String before = as("csr").get(path).asString();
    assertThat(statuses(importing(VISITS, line))).containsExactly("UNCHANGED");
    assertThat(as("csr").get(path).asString()).isEqualTo(before);

    String more = line.replace("}", ",\"introduced\":false}");
    assertThat(statuses(importing(VISITS, more))).containsExactly("UPDATED");
    as("csr")
        .get(path)
        .then()
        .body("introduced", equalTo(false))
        .body("customerTold", equalTo(true))
        .body("changeReason", equalTo("SICK"))
        .body("onTime", equalTo(true))
        .body("completedAt", equalTo("2025-01-06T16:10:00Z"));
  }

  @Test
  void a_visit_that_was_planned_stays_what_became_of_it_here() {
    String planned =
        visit(
            company.key("V"),
            company.visits(agreementId).get(0).get("scheduledAt"),
            "PLANNED",
            ann);
    assertThat(statuses(importing(VISITS, planned))).containsExactly("CREATED");
    String id = company.visitsToCome(agreementId).get(0);
    company
        .assign(
            id,
            "{\"technicianExternalId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(ben))
        .then()
        .statusCode(200);
    assertThat(statuses(importing(VISITS, planned))).containsExactly("UNCHANGED");
    as("csr").get("/v1/visits/" + id).then().body("technicianExternalId", equalTo(ben));

    json("csr", "{\"reason\":\"PRICE\"}")
        .post("/v1/agreements/" + agreementId + "/cancellation")
        .then()
        .statusCode(201);
    assertThat(statuses(importing(VISITS, planned))).containsExactly("UNCHANGED");
    as("csr").get("/v1/visits/" + id).then().body("state", equalTo("WITHDRAWN"));
  }

  @Test
  void a_substitution_that_the_other_system_takes_back_leaves_no_reason_behind() {
    String key = company.key("V");
    String sick =
        visit(key, "2025-02-06T15:00:00Z", "COMPLETED", ben)
            .replace(
                "}",
                ",\"plannedTechnicianExternalId\":\"%s\",\"changeReason\":\"SICK\"}"
                    .formatted(ann));
    String after =
        visit(key, "2025-02-06T15:00:00Z", "COMPLETED", ann)
            .replace("}", ",\"plannedTechnicianExternalId\":\"%s\"}".formatted(ann));
    assertThat(statuses(importing(VISITS, sick))).containsExactly("CREATED");
    assertThat(statuses(importing(VISITS, after))).containsExactly("UPDATED");
    as("csr").get("/v1/visits/ext:" + key).then().body("changeReason", nullValue());
  }

  @Test
  void a_technician_keeps_what_a_line_does_not_say() {
    String key = company.key("T");
    String line =
        "{\"externalId\":\"%s\",\"name\":\"Cleo\",\"branch\":\"north\",\"skills\":[\"ants\"]}"
            .formatted(key);
    assertThat(statuses(importing(TECHNICIANS, line))).containsExactly("CREATED");
    String path = "/v1/technicians/ext:" + key;
    json("manager", "{\"name\":\"Cleo Lund\",\"leftOn\":\"2099-01-01\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(statuses(importing(TECHNICIANS, line))).containsExactly("UNCHANGED");
    as("csr").get(path).then().body("name", equalTo("Cleo Lund"));

    String married = "{\"externalId\":\"%s\",\"name\":\"Cleo Ortiz\"}".formatted(key);
    assertThat(statuses(importing(TECHNICIANS, married))).containsExactly("UPDATED");
    as("csr")
        .get(path)
        .then()
        .body("name", equalTo("Cleo Ortiz"))
        .body("branch", equalTo("north"))
        .body("skills", contains("ants"))
        .body("leftOn", equalTo("2099-01-01"));
  }

  @Test
  void two_technicians_of_one_name_and_two_ids_stay_two() {
    String one = company.key("T");
    String other = company.key("T");
    String line = "{\"externalId\":\"%s\",\"name\":\"Ben Ortiz\"}";
    assertThat(statuses(importing(TECHNICIANS, line.formatted(one), line.formatted(other))))
        .containsExactly("CREATED", "CREATED");
    assertThat(as("csr").get("/v1/technicians/ext:" + one).<String>path("id"))
        .isNotEqualTo(as("csr").get("/v1/technicians/ext:" + other).<String>path("id"));
  }

  @Test
  void an_agreement_keeps_its_price_and_what_somebody_said_of_how_often_to_come() {
    String key = company.key("A");
    String guessed =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"P","recurrence":"FREQ=MONTHLY","recurrenceGuessed":true,"startsOn":"2025-01-06","price":{"amount":"89.00","currency":"USD"}}\
        """
            .formatted(key, customer);
    assertThat(statuses(importing(AGREEMENTS, guessed))).containsExactly("CREATED");
    String path = "/v1/agreements/ext:" + key;
    json(
            "manager",
            "{\"recurrence\":\"FREQ=WEEKLY\",\"price\":{\"amount\":\"95.00\",\"currency\":\"USD\"}}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(statuses(importing(AGREEMENTS, guessed))).containsExactly("UNCHANGED");

    String noPrice =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"Q","recurrence":"FREQ=DAILY","recurrenceGuessed":true,"startsOn":"2025-01-06"}\
        """
            .formatted(key, customer);
    assertThat(statuses(importing(AGREEMENTS, noPrice))).containsExactly("UPDATED");
    as("csr")
        .get(path)
        .then()
        .body("program", equalTo("Q"))
        .body("recurrence", equalTo("FREQ=WEEKLY"))
        .body("recurrenceGuessed", equalTo(false))
        .body("price.amount", equalTo("95.00"));
  }

  @Test
  void a_cancellation_that_was_corrected_by_a_third_is_not_corrected_back() {
    String first = cancellation("PRICE", "Too much.");
    assertThat(statuses(importing(CANCELLATIONS, first))).containsExactly("CREATED");
    assertThat(statuses(importing(CANCELLATIONS, first))).containsExactly("UNCHANGED");
    String other = cancellation("SERVICE", "Too late.");
    assertThat(statuses(importing(CANCELLATIONS, other))).containsExactly("UPDATED");
    assertThat(statuses(importing(CANCELLATIONS, other))).containsExactly("UNCHANGED");
  }

  @Test
  void a_file_that_names_a_thing_twice_is_unchanged_throughout_the_second_time() {
    String t = company.key("T");
    String technician = "{\"externalId\":\"%s\",\"name\":\"%s\"}";
    doubled(
        TECHNICIANS,
        "/v1/technicians/ext:" + t,
        technician.formatted(t, "Cleo Lund"),
        technician.formatted(t, "Cleo Ortiz"));
    String a = company.key("A");
    String terms =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"%s","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06"}\
        """;
    doubled(
        AGREEMENTS,
        "/v1/agreements/ext:" + a,
        terms.formatted(a, customer, "Ants"),
        terms.formatted(a, customer, "Mice"));
    String v = company.key("V");
    doubled(
        VISITS,
        "/v1/visits/ext:" + v,
        visit(v, "2025-03-06T15:00:00Z", "COMPLETED", ann),
        visit(v, "2025-03-06T16:00:00Z", "COMPLETED", ben));
    isToldThreeTimesAfterOneMoreChange("/v1/visits/ext:" + v);
    doubled(
        CANCELLATIONS,
        "/v1/agreements/" + agreementId + "/cancellation",
        cancellation("PRICE", "Too much."),
        cancellation("SERVICE", "Too late."));
  }

  @Test
  void two_agreements_that_a_file_brings_and_corrects_are_both_as_their_last_lines_say() {
    String first = company.key("A");
    String second = company.key("A");
    String terms =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"%s","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06"}\
        """;
    assertThat(
            statuses(
                importing(
                    AGREEMENTS,
                    terms.formatted(first, customer, "Ants"),
                    terms.formatted(second, customer, "Ants"),
                    terms.formatted(second, customer, "Mice"),
                    terms.formatted(first, customer, "Mice"))))
        .containsExactly("CREATED", "CREATED", "UPDATED", "UPDATED");
    for (String key : List.of(first, second)) {
      as("csr").get("/v1/agreements/ext:" + key).then().body("program", equalTo("Mice"));
    }
  }

  @Test
  void an_agreement_that_a_file_brings_and_one_that_it_replans_stand_in_it_together() {
    String known = company.key("A");
    String brought = company.key("A");
    String terms =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"Ants","recurrence":"%s","startsOn":"2025-01-06"}\
        """;
    importing(AGREEMENTS, terms.formatted(known, customer, "FREQ=MONTHLY"));
    assertThat(
            statuses(
                importing(
                    AGREEMENTS,
                    terms.formatted(brought, customer, "FREQ=MONTHLY"),
                    terms.formatted(known, customer, "FREQ=WEEKLY"))))
        .containsExactly("CREATED", "UPDATED");
    for (String key : List.of(known, brought)) {
      String id = as("csr").get("/v1/agreements/ext:" + key).path("id");
      assertThat(company.visitsToCome(id)).isNotEmpty();
    }
  }

  @Test
  void lines_of_one_key_may_be_as_far_apart_as_they_like() {
    String key = company.key("T");
    String line = "{\"externalId\":\"%s\",\"name\":\"%s\"}";
    List<String> file = new ArrayList<>();
    file.add(line.formatted(key, "Cleo Lund"));
    IntStream.range(0, 450)
        .forEach(i -> file.add(line.formatted(company.key("T"), "One of many " + i)));
    file.add(line.formatted(key, "Cleo Ortiz"));
    String[] lines = file.toArray(String[]::new);
    assertThat(statuses(importing(TECHNICIANS, lines)))
        .hasSize(452)
        .endsWith("CREATED", "UPDATED")
        .doesNotContain("REJECTED", "UNCHANGED");
    String tag = etag("/v1/technicians/ext:" + key);

    List<JsonNode> again = imported(TECHNICIANS, lines);

    assertThat(again)
        .extracting(report -> report.path("status").asText())
        .containsOnly("UNCHANGED");
    assertThat(again.get(0).path("warning").asText()).contains("Line 452 has the same key");
    assertThat(etag("/v1/technicians/ext:" + key)).isEqualTo(tag);
    as("csr").get("/v1/technicians/ext:" + key).then().body("name", equalTo("Cleo Ortiz"));
  }

  /** By two lines and this; the lines that were sent again are not told. */
  private void isToldThreeTimesAfterOneMoreChange(String visit) {
    String id = as("csr").get(visit).path("id");
    json("manager", "{\"onTime\":false}")
        .header("If-Match", etag(visit))
        .patch(visit)
        .then()
        .statusCode(200);
    Predicate<Map<String, Object>> ofVisit =
        event -> id.equals(PublishedEvents.data(event).get("visitId"));
    List<Object> revisions =
        PublishedEvents.of("jobs")
            .when(
                UUID.fromString(customerId()),
                events ->
                    events.stream()
                        .filter(ofVisit)
                        .anyMatch(e -> FALSE.equals(PublishedEvents.data(e).get("onTime"))))
            .stream()
            .filter(ofVisit)
            .map(event -> PublishedEvents.data(event).get("revision"))
            .toList();
    assertThat(revisions).containsExactly(0, 1, 2);
  }

  /** The last line counts, and the other says so; sent again nothing goes to and fro. */
  private void doubled(String path, String thing, String first, String last) {
    List<JsonNode> report = imported(path, first, last);
    assertThat(report)
        .extracting(line -> line.path("status").asText())
        .containsExactly("CREATED", "UPDATED");
    assertThat(report.get(0).path("warning").asText()).contains("Line 2 has the same key");
    assertThat(report.get(1).path("warning").asText()).doesNotContain("same key");
    String shown = as("csr").get(thing).asString();
    String tag = etag(thing);
    List<String> told = told();

    for (int times = 0; times < 2; times++) {
      List<JsonNode> again = imported(path, first, last);
      assertThat(again)
          .extracting(line -> line.path("status").asText())
          .as(path)
          .containsExactly("UNCHANGED", "UNCHANGED");
      assertThat(again.get(0).path("warning").asText()).contains("Line 2 has the same key");
      assertThat(as("csr").get(thing).asString()).as(path).isEqualTo(shown);
      assertThat(etag(thing)).as(path).isEqualTo(tag);
    }
    assertThat(told()).as(path).isEqualTo(told);
  }

  /** What the audit trail knows of the one customer. */
  private List<String> told() {
    return as("admin")
        .get("/v1/audit?limit=500&person=" + customerId())
        .jsonPath()
        .getList("items.findAll { it.action != 'read' }.id");
  }

  private String customerId() {
    return as("csr").get("/v1/agreements/" + agreementId).jsonPath().getString("customerId");
  }

  @Test
  void two_imports_of_the_same_keys_at_once_reject_nothing() throws Exception {
    String[] technicians =
        lines(i -> "{\"externalId\":\"%s\",\"name\":\"T\"}".formatted(company.key("T")));
    String[] agreements =
        lines(
            i ->
                """
                {"externalId":"%s","customerExternalId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06"}\
                """
                    .formatted(company.key("A"), customer));
    String[] visits =
        lines(
            i ->
                visit(
                    company.key("V"),
                    Company.at(LocalDate.of(2025, 1, 6).plusMonths(i % 20), 10 + i % 3),
                    "COMPLETED",
                    i % 2 == 0 ? ann : ben));
    String[] cancellations =
        lines(
            i -> cancellation("PRICE", "Enough.").replace(agreement, agreements[i].split("\"")[3]));
    twice(TECHNICIANS, technicians);
    twice(AGREEMENTS, agreements);
    twice(VISITS, visits);
    twice(CANCELLATIONS, cancellations);
  }

  private static void twice(String path, String[] lines) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Response> once = () -> importing(path, lines);
      for (Future<Response> report : two.invokeAll(List.of(once, once))) {
        assertThat(statuses(report.get()))
            .as(path)
            .hasSize(lines.length)
            .doesNotContain("REJECTED");
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(statuses(importing(path, lines))).as(path).containsOnly("UNCHANGED");
  }

  private static String[] lines(java.util.function.IntFunction<String> line) {
    return IntStream.range(0, 40).mapToObj(line).toArray(String[]::new);
  }

  private String visit(String key, Object scheduledAt, String outcome, String technician) {
    return """
    {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"%s","technicianExternalId":"%s"}\
    """
        .formatted(key, agreement, scheduledAt, outcome, technician);
  }

  private String cancellation(String reason, String words) {
    return "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"2025-11-03T16:00:00Z\",\"reason\":\"%s\",\"words\":\"%s\"}"
        .formatted(agreement, reason, words);
  }

  private static String key(String path) {
    return as("manager").get(path).then().statusCode(200).extract().path("externalId");
  }
}
