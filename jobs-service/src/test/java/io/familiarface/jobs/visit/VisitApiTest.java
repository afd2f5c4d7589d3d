package io.familiarface.jobs.visit;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitApiTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final Instant FIRST = Company.at(START, 10);

  @Inject Company company;
  String customer;
  String technician;
  String agreement;

  @BeforeEach
  void a_customer_with_a_monthly_agreement() {
    customer = company.customer("Dorothy");
    technician = company.technician("Ann");
    agreement = company.monthlyAgreement(customer, technician, START);
  }

  @Test
  void a_past_visit_is_written_down_and_completed() {
    String visit = company.pastVisit(agreement, FIRST);
    company
        .completeOnTime(visit, FIRST.plusSeconds(2400))
        .then()
        .statusCode(201)
        .body("state", equalTo("COMPLETED"))
        .body("onTime", equalTo(true));
    Map<String, Object> event = last("io.familiarface.visit.completed");
    assertThat(event).containsEntry("time", "2025-01-06T15:40:00Z");
    assertThat(event.get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("technicianId", technician)
        .containsEntry("completedAt", "2025-01-06T15:40:00Z")
        .containsEntry("onTime", true)
        .containsEntry("customerTold", null);
  }

  @Test
  void a_visit_is_completed_once_and_not_before_its_day() {
    String visit = company.pastVisit(agreement, FIRST);
    company
        .completeOnTime(visit, FIRST.minusSeconds(86_400))
        .then()
        .statusCode(422)
        .body("type", containsString("before-the-visit"));
    assertThat(company.visit(visit).getString("state")).isEqualTo("PLANNED");
    company.completeOnTime(visit, FIRST.plusSeconds(60)).then().statusCode(201);
    company
        .completeOnTime(visit, FIRST.plusSeconds(120))
        .then()
        .statusCode(409)
        .body("type", containsString("already-completed"));
    assertThat(company.visit(visit).getString("completedAt")).isEqualTo("2025-01-06T15:01:00Z");
  }

  @Test
  void a_technician_may_be_done_before_the_time_that_was_planned() {
    String visit = company.pastVisit(agreement, FIRST);
    company
        .completeOnTime(visit, FIRST.minusSeconds(1200))
        .then()
        .statusCode(201)
        .body("completedAt", equalTo("2025-01-06T14:40:00Z"));
    json("manager", "{\"completedAt\":\"2025-01-06T14:30:00Z\"}")
        .header("If-Match", etag("/v1/visits/" + visit))
        .patch("/v1/visits/" + visit)
        .then()
        .statusCode(200);
  }

  @Test
  void nobody_was_told_in_the_future() {
    String visit = company.pastVisit(agreement, FIRST);
    company.completeOnTime(visit, FIRST.plusSeconds(60)).then().statusCode(201);
    for (String known : List.of("customerToldAt", "introducedAt")) {
      json("manager", "{\"%s\":\"2099-01-01T00:00:00Z\"}".formatted(known))
          .header("If-Match", etag("/v1/visits/" + visit))
          .patch("/v1/visits/" + visit)
          .then()
          .statusCode(400);
    }
  }

  @Test
  void none_is_moved_to_after_the_agreement_has_ended() {
    String visit = company.pastVisit(agreement, FIRST);
    json("manager", "{\"reason\":\"PRICE\"}")
        .post("/v1/agreements/" + agreement + "/cancellation")
        .then()
        .statusCode(201);
    json("csr", "{\"scheduledAt\":\"" + Company.at(Company.today().plusDays(3), 15) + "\"}")
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(409)
        .body("type", containsString("already-cancelled"));
  }

  @Test
  void who_is_not_there_yet_needs_a_substitute() {
    String path = "/v1/technicians/" + technician;
    json("manager", "{\"hiredOn\":\"" + Company.today().plusDays(400) + "\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    as("csr")
        .get("/v1/visits?needsSubstitute=true&technicianId=" + technician)
        .then()
        .statusCode(200)
        .body("items[0].needsSubstitute", equalTo("NOT_YET_HIRED"));
  }

  @Test
  void a_visit_to_come_is_not_completed_today() {
    String visit = company.visitsToCome(agreement).get(0);
    json("csr", "{}").post("/v1/visits/" + visit + "/completion").then().statusCode(422);
  }

  @Test
  void a_visit_is_unchanged_only_while_all_that_is_shown_of_it_is_as_it_was() {
    String path = "/v1/visits/" + company.pastVisit(agreement, FIRST);
    String tag = etag(path);
    as("csr").header("If-None-Match", tag).get(path).then().statusCode(304);
    String technicianPath = "/v1/technicians/" + technician;
    json("manager", "{\"name\":\"Anna\"}")
        .header("If-Match", etag(technicianPath))
        .patch(technicianPath)
        .then()
        .statusCode(200);
    as("csr")
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .body("technicianName", equalTo("Anna"));
    String renamed = etag(path);
    company.hear(
        "feedback",
        "io.familiarface.risk.assessed",
        customer,
        """
        {"customerId":"%s","asOf":"2026-01-01T00:00:00Z","probability":0.2,"band":"LOW","flagged":true}\
        """
            .formatted(customer));
    as("csr")
        .header("If-None-Match", renamed)
        .get(path)
        .then()
        .statusCode(200)
        .body("risk.flagged", equalTo(true));
    json("manager", "{\"onTime\":false}")
        .header("If-Match", "W/" + renamed)
        .patch(path)
        .then()
        .statusCode(412)
        .header("ETag", equalTo(etag(path)));
    json("manager", "{\"technicianId\":\"%s\"}".formatted(technician))
        .header("If-Match", renamed)
        .patch(path)
        .then()
        .statusCode(409);
  }

  @Test
  void the_office_does_not_write_down_what_happened_long_ago() {
    String visit = company.pastVisit(agreement, FIRST);
    json("csr", "{\"completedAt\":\"2025-01-06T16:00:00Z\"}")
        .post("/v1/visits/" + visit + "/completion")
        .then()
        .statusCode(403);
    assertThat(company.visit(visit).getString("state")).isEqualTo("PLANNED");
  }

  @Test
  void what_was_written_down_wrongly_is_corrected_and_told_again() {
    String visit = company.pastVisit(agreement, FIRST);
    String path = "/v1/visits/" + visit;
    json("manager", "{\"onTime\":false}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(409)
        .body("type", containsString("not-completed"));
    company.completeOnTime(visit, FIRST.plusSeconds(60)).then().statusCode(201);
    String ben = company.technician("Ben");
    json("csr", "{\"onTime\":false}").patch(path).then().statusCode(403);
    json(
            "manager",
            """
            {"technicianId":"%s","changeReason":"SICK","permanence":"THIS_VISIT",
             "customerTold":false,"onTime":false}\
            """
                .formatted(ben))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("technicianId", equalTo(ben))
        .body("plannedTechnicianId", equalTo(technician))
        .body("onTime", equalTo(false));
    assertThat(last("io.familiarface.visit.completed", telling("technicianId", ben)).get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("technicianId", ben)
        .containsEntry("changeReason", "ABSENT")
        .containsEntry("customerTold", false)
        .containsEntry("revision", 2);
  }

  @Test
  void a_missed_visit_says_why() {
    String visit = company.pastVisit(agreement, FIRST);
    String body = "{\"missedAt\":\"2025-01-06T17:00:00Z\",\"reason\":\"TECHNICIAN_DID_NOT_COME\"}";
    json("manager", body).post("/v1/visits/" + visit + "/missed").then().statusCode(201);
    json("manager", body).post("/v1/visits/" + visit + "/missed").then().statusCode(409);
    assertThat(last("io.familiarface.visit.missed").get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("reason", "TECHNICIAN_DID_NOT_COME")
        .containsEntry("missedAt", "2025-01-06T17:00:00Z")
        .containsEntry("calledOff", false)
        .containsEntry("nobodyCame", true);
  }

  @Test
  void to_be_told_before_the_visit_is_to_be_told() {
    String visit = company.visitsToCome(agreement).get(0);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(last("io.familiarface.visit.planned", telling("customerTold", true)).get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("visitId", visit)
        .containsEntry("customerTold", true)
        .containsEntry("introduced", null);
  }

  @Test
  void a_visit_moves_and_keeps_its_technician() {
    String visit = company.visitsToCome(agreement).get(0);
    Instant to = Company.at(Company.today().plusDays(50), 15);
    json("csr", "{\"scheduledAt\":\"" + to + "\"}")
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201)
        .body("scheduledAt", equalTo(to.toString()))
        .body("technicianId", equalTo(technician));
  }

  @Test
  void a_visit_of_a_rule_day_is_not_planned_twice_but_one_beside_it_is() {
    List<Map<String, Object>> coming = company.visits(agreement);
    String at = (String) coming.get(1).get("scheduledAt");
    json("manager", "{\"agreementId\":\"" + agreement + "\",\"scheduledAt\":\"" + at + "\"}")
        .post("/v1/visits")
        .then()
        .statusCode(409)
        .body("type", containsString("visit-already-planned"));
    String beside = Instant.parse(at).plusSeconds(2 * 86_400).toString();
    json("manager", "{\"customerId\":\"" + customer + "\",\"scheduledAt\":\"" + beside + "\"}")
        .post("/v1/visits")
        .then()
        .statusCode(201)
        .body("agreementId", equalTo(agreement));
    assertThat(company.visits(agreement)).hasSize(coming.size() + 1);
  }

  @Test
  void the_list_is_filtered_and_ordered() {
    company.pastVisit(agreement, FIRST);
    as("csr")
        .queryParam("customerId", customer)
        .queryParam("sort", "-scheduledAt")
        .queryParam("to", Instant.now().toString())
        .get("/v1/visits")
        .then()
        .body("items", hasSize(1))
        .body("items[0].scheduledAt", equalTo(FIRST.toString()));
    as("csr")
        .queryParam("technicianId", technician)
        .queryParam("state", "PLANNED")
        .get("/v1/visits")
        .then()
        .body("items.technicianId", everyItem(equalTo(technician)));
    as("csr").queryParam("state", "LOST").get("/v1/visits").then().statusCode(400);
    as("csr").queryParam("sort", "customer").get("/v1/visits").then().statusCode(400);
    as("csr").queryParam("colour", "red").get("/v1/visits").then().statusCode(400);
  }

  @Test
  void a_cursor_belongs_to_its_list() {
    String cursor =
        as("csr")
            .queryParam("agreementId", agreement)
            .queryParam("limit", 1)
            .get("/v1/visits")
            .jsonPath()
            .getString("nextCursor");
    assertThat(cursor).isNotNull();
    as("csr")
        .queryParam("cursor", cursor)
        .get("/v1/visits")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    as("csr").queryParam("cursor", cursor).get("/v1/agreements").then().statusCode(400);
  }

  @Test
  void planners_see_who_is_away_and_at_risk() {
    String visit = company.visitsToCome(agreement).get(0);
    company.hear(
        "feedback",
        "io.familiarface.risk.assessed",
        customer,
        """
        {"customerId":"%s","asOf":"2026-01-01T00:00:00Z","probability":0.41,"band":"HIGH",
         "flagged":true,"reasonCodes":["PROMISE_BROKEN"],"modelVersion":"prior-1"}\
        """
            .formatted(customer));
    json(
            "csr",
            "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(Company.today(), Company.today().plusDays(40)))
        .post("/v1/technicians/" + technician + "/absences")
        .then()
        .statusCode(201);
    as("csr")
        .queryParam("needsSubstitute", true)
        .queryParam("agreementId", agreement)
        .get("/v1/visits")
        .then()
        .body("items.id", hasItem(visit))
        .body("items[0].needsSubstitute", equalTo("ABSENT"))
        .body("items[0].risk.band", equalTo("HIGH"))
        .body("items[0].risk.flagged", equalTo(true));
  }

  private Map<String, Object> last(String type) {
    return last(type, event -> true);
  }

  private Map<String, Object> last(String type, Predicate<Map<String, Object>> expected) {
    Predicate<Map<String, Object>> wanted =
        event -> type.equals(event.get("type")) && expected.test(event);
    List<Map<String, Object>> events =
        company.events("jobs", customer, found -> found.stream().anyMatch(wanted)).stream()
            .filter(wanted)
            .toList();
    return events.get(events.size() - 1);
  }

  private static Predicate<Map<String, Object>> telling(String field, Object value) {
    return event -> value.equals(((Map<?, ?>) event.get("data")).get(field));
  }
}
