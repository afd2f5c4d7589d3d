package io.familiarface.jobs.promise;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisesAtRiskTest {
  @Inject Company company;
  String promise;
  String ben;
  String visit;
  LocalDate day;

  @BeforeEach
  void a_promise_that_ben_comes() {
    promise = UUID.randomUUID().toString();
    ben = company.technician("Ben");
    String dorothy =
        company.customer(
            "Dorothy",
            "[]",
            """
            [{"id":"%s","kind":"SAME_TECHNICIAN","text":"Ben is your technician.","madeBy":"Ben",
              "madeAt":"2025-03-06T15:00:00Z","technicianId":"%s","validUntil":null,
              "state":"STANDING"}]\
            """
                .formatted(promise, ben));
    day = Company.today().plusDays(9);
    visit = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
  }

  @Test
  void a_promise_that_the_plan_keeps_is_not_at_risk() {
    assertThat(atRisk()).isEmpty();
  }

  @Test
  void a_promise_is_at_risk_once_its_technician_is_away_on_the_day() {
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(day, day))
        .post("/v1/technicians/" + ben + "/absences")
        .then()
        .statusCode(201);
    assertThat(atRisk().orElseThrow())
        .containsEntry("visitId", visit)
        .containsEntry("cause", "ABSENT")
        .containsEntry("technicianName", "Ben")
        .containsEntry("text", "Ben is your technician.");
    assertThat(atRisk(day.minusDays(1).toString())).isEmpty();
  }

  @Test
  void a_promise_is_at_risk_once_somebody_else_is_to_come() {
    send("SICK");
    assertThat(atRisk().orElseThrow())
        .containsEntry("cause", "SOMEBODY_ELSE_COMES")
        .containsEntry("comesName", "Cleo");
  }

  @Test
  void a_promise_is_at_risk_once_its_technician_leaves_before() {
    json("manager", "{\"leftOn\":\"" + day.minusDays(1) + "\"}")
        .header("If-Match", etag("/v1/technicians/" + ben))
        .patch("/v1/technicians/" + ben)
        .then()
        .statusCode(200);
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(day, day))
        .post("/v1/technicians/" + ben + "/absences");
    assertThat(atRisk().orElseThrow())
        .containsEntry("visitId", visit)
        .containsEntry("cause", "HAS_LEFT");
  }

  @Test
  void a_promise_is_at_risk_once_a_licence_of_its_technician_ends_before() {
    String path = "/v1/technicians/" + ben;
    for (LocalDate end : List.of(day, day.minusDays(1))) {
      json(
              "manager",
              "{\"certificates\":[{\"name\":\"Applicator\",\"skill\":\"rodents\",\"expiresOn\":\"%s\"}]}"
                  .formatted(end))
          .header("If-Match", etag(path))
          .patch(path)
          .then()
          .statusCode(200);
      assertThat(atRisk().map(one -> one.get("cause")))
          .isEqualTo(end.equals(day) ? Optional.empty() : Optional.of("LICENCE_ENDED"));
    }
  }

  @Test
  void a_promise_is_at_risk_all_day_of_a_visit_at_no_time_in_particular() {
    send("SICK");
    Instant begun = Company.today().atStartOfDay(Company.ZONE).toInstant();
    company.isPlannedFor(visit, begun, false);
    assertThat(atRisk().orElseThrow()).containsEntry("visitId", visit);
    company.isPlannedFor(visit, begun, true);
    assertThat(atRisk()).isEmpty();
  }

  @Test
  void whoever_comes_at_the_customers_own_request_breaks_no_promise() {
    send("CUSTOMER_REQUEST");
    assertThat(atRisk()).isEmpty();
  }

  @Test
  void what_is_no_limit_in_time_is_refused() {
    as("csr").get("/v1/promises/at-risk?until=soon").then().statusCode(400);
    as("csr").get("/v1/promises/at-risk?until=2027-02-30").then().statusCode(400);
    as("csr").get("/v1/promises/at-risk?since=2027-01-01").then().statusCode(400);
    as("csr")
        .get("/v1/promises/at-risk?until=" + Company.today().plusDays(400))
        .then()
        .statusCode(400)
        .body("detail", containsString("a year ahead"));
  }

  private void send(String reason) {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"%s\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(company.technician("Cleo"), reason))
        .then()
        .statusCode(200);
  }

  private Optional<Map<String, Object>> atRisk() {
    return atRisk(day.plusDays(1).toString());
  }

  /** Page after page. */
  private Optional<Map<String, Object>> atRisk(String until) {
    List<Map<String, Object>> found = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          as("csr")
              .get(
                  "/v1/promises/at-risk?limit=1&until="
                      + until
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      found.addAll(page.getList("items"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    // Customers whose stories are told in other tests share the id of an example.
    assertThat(found)
        .extracting(one -> List.of(one.get("customerId"), one.get("promiseId")))
        .doesNotHaveDuplicates();
    return found.stream().filter(one -> promise.equals(one.get("promiseId"))).findFirst();
  }
}
