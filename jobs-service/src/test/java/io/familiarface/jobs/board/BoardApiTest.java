package io.familiarface.jobs.board;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.wire.RoundTrips;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardApiTest {
  private static final LocalDate DAY = today().plusDays(10);

  @Inject Company company;
  private String branch;
  private String ann;
  private String ben;
  private String dorothy;
  private String visit;

  @BeforeEach
  void two_technicians_of_a_branch_and_a_customer_who_was_promised_one() {
    branch = company.key("branch");
    ann = technician("Ann");
    ben = technician("Ben");
    dorothy =
        company.customer(
            "Dorothy",
            "[]",
            """
            [{"id":"%s","kind":"SAME_TECHNICIAN","text":"Always Ann.","madeBy":"Ann",
              "madeAt":"2025-01-06T09:00:00Z","technicianId":"%s","state":"STANDING"},
             {"id":"%s","kind":"OTHER","text":"Long ago.","madeBy":"Ann",
              "madeAt":"2025-01-06T09:00:00Z","state":"KEPT"}]\
            """
                .formatted(UUID.randomUUID(), ann, UUID.randomUUID()));
    visit = company.visitsToCome(company.monthlyAgreement(dorothy, ann, DAY)).get(0);
  }

  private String technician(String name) {
    String id = company.technician(name);
    String path = "/v1/technicians/" + id;
    json("manager", "{\"branch\":\"%s\"}".formatted(branch))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    return id;
  }

  private Map<String, Object> board() {
    return as("csr")
        .get("/v1/board?from=%s&days=2&branch=%s".formatted(DAY, branch))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("$");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object holder, String name) {
    return (List<Map<String, Object>>) ((Map<String, Object>) holder).get(name);
  }

  private Map<String, Object> visitOf(String technician) {
    return list(board(), "technicians").stream()
        .filter(row -> technician.equals(row.get("technicianId")))
        .map(row -> list(list(row, "days").get(0), "visits").get(0))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_day_shows_who_goes_where_and_what_was_promised() {
    Map<String, Object> shown = visitOf(ann);
    assertThat(shown)
        .containsEntry("id", visit)
        .containsEntry("customerName", "Dorothy")
        .containsEntry("unannouncedChange", false)
        .containsEntry("needsSubstitute", false);
    assertThat(list(shown, "promises")).hasSize(1);
    assertThat(list(shown, "promises").get(0))
        .containsEntry("text", "Always Ann.")
        .containsEntry("broken", false);
    assertThat(list(board(), "technicians"))
        .extracting(row -> row.get("name"))
        .containsExactly("Ann", "Ben");
  }

  @Test
  void a_change_that_nobody_was_told_of_and_the_promise_that_it_breaks_are_counted() {
    company.hear(
        "feedback",
        "io.familiarface.risk.assessed",
        dorothy,
        """
        {"customerId":"%s","asOf":"2026-01-01T00:00:00Z","probability":0.4,"band":"HIGH","flagged":true,"reasonCodes":[],"modelVersion":"prior-1"}\
        """
            .formatted(dorothy));
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(ben))
        .then()
        .statusCode(200);
    Map<String, Object> shown = visitOf(ben);
    assertThat(shown)
        .containsEntry("unannouncedChange", true)
        .containsEntry("plannedTechnicianName", "Ann");
    assertThat(list(shown, "promises").get(0)).containsEntry("broken", true);
    assertThat(shown.get("risk")).asString().contains("HIGH");
    assertThat(board()).containsEntry("unannouncedChanges", 1).containsEntry("promisesAtStake", 1);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(board()).containsEntry("unannouncedChanges", 0).containsEntry("promisesAtStake", 1);
  }

  @Test
  void what_the_customer_asked_for_breaks_no_promise() {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"CUSTOMER_REQUEST\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(ben))
        .then()
        .statusCode(200)
        .body("impact.promisesBroken", hasSize(0));
    assertThat(list(visitOf(ben), "promises").get(0)).containsEntry("broken", false);
    assertThat(board()).containsEntry("promisesAtStake", 0);
  }

  @Test
  void a_visit_calls_for_somebody_whose_licence_lasts_until_then() {
    licensed(ann, "\"rodents\"", "rodents");
    callsForSomebodyElseThanAnn();
  }

  @Test
  void one_ended_licence_of_several_is_enough_for_the_usual_technician() {
    licensed(ann, "\"rodents\",\"termites\"", "termites");
    callsForSomebodyElseThanAnn();
  }

  @Test
  void a_substitute_was_chosen_by_what_the_usual_technician_has_learned_as_well() {
    licensed(ben, "\"rodents\",\"termites\"", "termites");
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(ben))
        .then()
        .statusCode(200);
    assertThat(visitOf(ben)).containsEntry("needsSubstitute", false);
    assertThat(company.visit(visit).getString("needsSubstitute")).isNull();
    licensed(ben, "\"rodents\",\"termites\"", "rodents");
    assertThat(visitOf(ben)).containsEntry("needsSubstitute", true);
    assertThat(company.visit(visit).getString("needsSubstitute")).isEqualTo("LICENCE_ENDED");
  }

  /** Who needs a licence for one of their skills, which ends on the day before the visit. */
  private static void licensed(String technician, String skills, String skill) {
    String path = "/v1/technicians/" + technician;
    json(
            "manager",
            """
            {"skills":[%s],"certificates":[{"name":"Applicator","skill":"%s","expiresOn":"%s"}]}\
            """
                .formatted(skills, skill, DAY.minusDays(1)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
  }

  private void callsForSomebodyElseThanAnn() {
    assertThat(visitOf(ann)).containsEntry("needsSubstitute", true);
    assertThat(company.visit(visit).getString("needsSubstitute")).isEqualTo("LICENCE_ENDED");
    as("csr")
        .get("/v1/visits?needsSubstitute=true&technicianId=" + ann)
        .then()
        .body("items.id", hasItem(visit));
  }

  @Test
  void whoever_is_to_be_at_two_visits_at_once_is_shown_so() {
    assertThat(visitOf(ann)).containsEntry("doubleBooked", false);
    company.monthlyAgreement(company.customer("Harold"), ann, DAY);
    assertThat(visitOf(ann)).containsEntry("doubleBooked", true);
  }

  @Test
  void the_tag_on_the_board_is_good_for_sending_somebody_else() {
    json(
            "csr",
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(ben))
        .header("If-Match", visitOf(ann).get("etag"))
        .put("/v1/visits/" + visit + "/assignment")
        .then()
        .statusCode(200);
    assertThat(visitOf(ben)).containsEntry("id", visit);
  }

  @Test
  void whoever_is_away_is_shown_so_and_the_visit_calls_for_somebody() {
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(DAY))
        .post("/v1/technicians/" + ann + "/absences")
        .then()
        .statusCode(201);
    assertThat(visitOf(ann)).containsEntry("needsSubstitute", true);
    Map<String, Object> row = list(board(), "technicians").get(0);
    assertThat(list(row, "days"))
        .extracting(day -> day.get("present"))
        .containsExactly(false, true);
  }

  @Test
  void a_board_is_three_questions_to_the_database_whatever_is_on_it() {
    board();
    for (int i = 0; i < 3; i++) {
      company.monthlyAgreement(company.customer("Guest " + i), ben, DAY);
    }
    board();
    RoundTrips trips = RoundTrips.of(this::board);
    assertThat(trips.count()).as("%s", trips).isEqualTo(3);
  }

  @Test
  void days_that_are_none_are_refused() {
    as("csr").get("/v1/board?days=0").then().statusCode(400);
    as("csr").get("/v1/board?days=32").then().statusCode(400);
    as("csr").get("/v1/board?from=someday").then().statusCode(400);
    as("csr").get("/v1/board?days=1").then().statusCode(200).body("days", equalTo(1));
  }
}
