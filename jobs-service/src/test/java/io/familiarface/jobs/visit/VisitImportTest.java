package io.familiarface.jobs.visit;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitImportTest {
  private static final String COMPLETED = "io.familiarface.visit.completed";

  @Inject Company company;
  String ann;
  String ben;
  String customer;
  String agreementId;
  String agreement;

  @BeforeEach
  void an_agreement_that_started_with_ann() {
    String annId = company.technician("Ann");
    ann = key("/v1/technicians/" + annId);
    ben = key("/v1/technicians/" + company.technician("Ben"));
    customer = company.customer("Grace");
    agreementId = company.monthlyAgreement(customer, annId, LocalDate.of(2025, 1, 6));
    agreement = key("/v1/agreements/" + agreementId);
  }

  @Test
  void history_comes_in_once_however_often_it_is_sent() {
    String first = line("2025-01-06T15:00:00Z", ann);
    String second = line("2025-02-06T15:00:00Z", ben).replace("}", change("SICK", "THIS_VISIT"));
    assertThat(statuses(importing("/v1/visits/import", first, second)))
        .containsExactly("CREATED", "CREATED");
    assertThat(statuses(importing("/v1/visits/import", first, second)))
        .containsExactly("UNCHANGED", "UNCHANGED");
    List<Map<String, Object>> completed = completed(2);
    assertThat(completed).hasSize(2);
    assertThat(completed.get(1).get("time")).isEqualTo("2025-02-06T15:00:00Z");
    assertThat(completed.get(1).get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("changeReason", "ABSENT")
        .containsEntry("permanence", "THIS_VISIT")
        .containsEntry("customerTold", null)
        .containsEntry("completedAt", "2025-02-06T15:00:00Z");
  }

  @Test
  void a_corrected_line_is_told_again_with_a_higher_revision() {
    String line = line("2025-01-06T15:00:00Z", ann);
    importing("/v1/visits/import", line);
    String corrected = line.replace("}", ",\"customerTold\":false,\"introduced\":false}");
    assertThat(statuses(importing("/v1/visits/import", corrected))).containsExactly("UPDATED");
    assertThat(completed(2))
        .extracting("data")
        .extracting("revision", "customerTold")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, null),
            org.assertj.core.groups.Tuple.tuple(1, false));
  }

  @Test
  void bad_lines_among_good_ones_stop_nobody_and_say_what_is_wrong() {
    String good = line("2025-01-06T15:00:00Z", ann);
    List<String> statuses =
        statuses(
            importing(
                "/v1/visits/import",
                line("2025-01-06T15:00:00Z", ann).replace(agreement, "A-nobody"),
                line("2025-02-06T15:00:00Z", "T-nobody"),
                good,
                line("2099-02-06T15:00:00Z", ann),
                "{\"externalId\":",
                line("2025-03-06T15:00:00Z", ann).replace("COMPLETED", "LOST"),
                line("2025-03-06T15:00:00Z", ann).replace("\"" + ann + "\"", "null"),
                line("2025-03-06T15:00:00Z", ann).replace("}", ",\"mood\":\"fine\"}"),
                line("2025-03-06T15:00:00Z", ann)
                    .replace(
                        "}",
                        ",\"customerTold\":false,\"customerToldAt\":\"2025-01-01T00:00:00Z\"}")));
    assertThat(statuses)
        .containsExactly(
            "REJECTED",
            "REJECTED",
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED");
    assertThat(visitsBefore(Instant.now())).hasSize(1);
  }

  @Test
  void nobody_made_visits_after_leaving() {
    String gone = company.key("T");
    importing(
        "/v1/technicians/import",
        "{\"externalId\":\"%s\",\"name\":\"Gone\",\"leftOn\":\"2025-01-31\"}".formatted(gone));
    String last = line("2025-01-31T15:00:00Z", gone);
    String impossible = line("2025-02-06T15:00:00Z", gone);
    assertThat(statuses(importing("/v1/visits/import", last, impossible)))
        .containsExactly("CREATED", "REJECTED");
  }

  @Test
  void a_dry_run_changes_nothing() {
    as("manager")
        .queryParam("dryRun", true)
        .contentType("application/x-ndjson")
        .body(line("2025-01-06T15:00:00Z", ann).getBytes())
        .post("/v1/visits/import")
        .then()
        .statusCode(200);
    assertThat(visitsBefore(Instant.now())).isEmpty();
  }

  @Test
  void a_visit_planned_elsewhere_takes_the_place_of_the_one_the_rule_made() {
    List<Map<String, Object>> coming = company.visits(agreementId);
    Instant shifted =
        Instant.parse((String) coming.get(1).get("scheduledAt")).plusSeconds(3 * 86_400);
    String line = line(shifted.toString(), ann).replace("COMPLETED", "PLANNED");
    assertThat(statuses(importing("/v1/visits/import", line))).containsExactly("CREATED");
    assertThat(company.visits(agreementId)).hasSameSizeAs(coming);
    assertThat(company.visit((String) coming.get(1).get("id")).getString("scheduledAt"))
        .isEqualTo(shifted.toString());
  }

  @Test
  void a_hand_over_for_good_in_the_history_hands_over_the_future_too() {
    importing(
        "/v1/visits/import",
        line("2025-01-06T15:00:00Z", ann),
        line("2025-03-06T15:00:00Z", ben).replace("}", change("LEFT_COMPANY", "FOR_GOOD")));
    String benId = as("csr").get("/v1/technicians/ext:" + ben).jsonPath().getString("id");
    as("csr").get("/v1/agreements/" + agreementId).then().body("technicianId", equalTo(benId));
    as("csr")
        .queryParam("agreementId", agreementId)
        .queryParam("technicianId", benId)
        .queryParam("from", Instant.now().toString())
        .get("/v1/visits")
        .then()
        .body("items", hasSize(company.visitsToCome(agreementId).size()));
  }

  @Test
  void history_claims_its_days_so_that_a_manager_does_not_enter_them_twice() {
    importing(
        "/v1/visits/import", line("2025-01-06T15:00:00Z", ann).replace("COMPLETED", "PLANNED"));
    json(
            "manager",
            "{\"agreementId\":\"%s\",\"scheduledAt\":\"2025-01-06T17:00:00Z\"}"
                .formatted(agreementId))
        .post("/v1/visits")
        .then()
        .statusCode(409);
  }

  @Test
  void a_visit_completed_here_and_told_of_by_another_system_is_one_and_keeps_what_was_said_here() {
    String id = writtenDown("2025-01-06T15:00:00Z");
    company.completeOnTime(id, Instant.parse("2025-01-06T16:10:00Z"));
    String told = line("2025-01-06T17:00:00Z", ann);

    assertThat(statuses(importing("/v1/visits/import", told))).containsExactly("UPDATED");

    assertThat(visitsBefore(Instant.now())).hasSize(1);
    as("csr")
        .get("/v1/visits/" + id)
        .then()
        .body("externalId", equalTo(told.split("\"")[3]))
        .body("scheduledAt", equalTo("2025-01-06T15:00:00Z"))
        .body("completedAt", equalTo("2025-01-06T16:10:00Z"))
        .body("onTime", equalTo(true));

    String again = told.replace("17:00", "15:00");
    assertThat(statuses(importing("/v1/visits/import", again)).get(0)).isNotEqualTo("CREATED");
    assertThat(visitsBefore(Instant.now())).hasSize(1);
  }

  @Test
  void what_stays_at_no_time_in_particular_has_none_from_another_system() {
    String id = writtenDown("2025-01-06T15:00:00Z");
    json("manager", "{\"scheduledAt\":\"2025-01-06T14:00:00Z\",\"anyTime\":true}")
        .post("/v1/visits/" + id + "/reschedule")
        .then()
        .statusCode(201);
    company.completeOnTime(id, Instant.parse("2025-01-06T16:10:00Z")).then().statusCode(201);
    String told = line("2025-01-06T17:00:00Z", ann);
    for (String line : List.of(told, told.replace("17:00", "18:00"))) {
      assertThat(statuses(importing("/v1/visits/import", line))).doesNotContain("CREATED");
      as("csr")
          .get("/v1/visits/" + id)
          .then()
          .body("scheduledAt", equalTo("2025-01-06T14:00:00Z"))
          .body("anyTime", equalTo(true));
    }
  }

  @Test
  void a_visit_still_open_here_is_completed_by_whoever_another_system_says_came() {
    String id = writtenDown("2025-01-06T15:00:00Z");

    importing("/v1/visits/import", line("2025-01-06T17:00:00Z", ben));

    assertThat(visitsBefore(Instant.now())).hasSize(1);
    as("csr")
        .get("/v1/visits/" + id)
        .then()
        .body("state", equalTo("COMPLETED"))
        .body("technicianExternalId", equalTo(ben));
  }

  @Test
  void another_technician_on_the_same_day_and_a_visit_with_a_name_of_its_own_are_other_visits() {
    company.completeOnTime(
        writtenDown("2025-01-06T15:00:00Z"), Instant.parse("2025-01-06T15:30:00Z"));

    importing("/v1/visits/import", line("2025-01-06T17:00:00Z", ben));
    importing("/v1/visits/import", line("2025-01-06T19:00:00Z", ben));

    assertThat(visitsBefore(Instant.now())).hasSize(3);
  }

  /** A visit that somebody enters here, by the technician who usually comes. */
  private String writtenDown(String scheduledAt) {
    return json(
            "manager",
            "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}".formatted(agreementId, scheduledAt))
        .post("/v1/visits")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private String line(String scheduledAt, String technician) {
    return """
    {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"COMPLETED","technicianExternalId":"%s"}\
    """
        .formatted(company.key("V"), agreement, scheduledAt, technician);
  }

  private String change(String reason, String permanence) {
    return ",\"plannedTechnicianExternalId\":\"%s\",\"changeReason\":\"%s\",\"permanence\":\"%s\",\"customerToldAt\":null,\"introducedAt\":null}"
        .formatted(ann, reason, permanence);
  }

  private List<Map<String, Object>> completed(int atLeast) {
    return completedAmong(
        company.events("jobs", customer, found -> completedAmong(found).size() >= atLeast));
  }

  private static List<Map<String, Object>> completedAmong(List<Map<String, Object>> events) {
    return events.stream().filter(event -> COMPLETED.equals(event.get("type"))).toList();
  }

  private List<Object> visitsBefore(Instant instant) {
    return as("csr")
        .queryParam("agreementId", agreementId)
        .queryParam("to", instant.toString())
        .get("/v1/visits")
        .jsonPath()
        .getList("items");
  }

  private static String key(String path) {
    return as("manager")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("externalId");
  }
}
