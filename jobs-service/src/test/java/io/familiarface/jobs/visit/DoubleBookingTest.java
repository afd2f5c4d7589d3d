package io.familiarface.jobs.visit;

import static io.familiarface.jobs.Company.at;
import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A technician is at one visit at a time. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoubleBookingTest {
  private static final LocalDate DAY =
      today().plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

  @Inject Company company;
  private String ben;
  private String cleo;
  private String dan;
  private String dorothy;
  private String harold;
  private String bens;
  private String cleos;

  @BeforeEach
  void ben_and_cleo_are_at_their_customers_at_the_same_time() {
    ben = company.technician("Ben");
    cleo = company.technician("Cleo");
    dan = company.technician("Dan");
    dorothy = company.customer("Dorothy");
    harold = company.customer("Harold");
    bens = company.visitsToCome(company.monthlyAgreement(dorothy, ben, DAY)).get(0);
    cleos = company.visitsToCome(company.monthlyAgreement(harold, cleo, DAY)).get(0);
  }

  @Test
  void nobody_is_sent_to_two_visits_at_once_and_the_other_one_is_named() {
    refused(company.assign(bens, sending(cleo)));
    json("csr", sending(cleo))
        .header("If-Match", etag("/v1/visits/" + bens))
        .queryParam("dryRun", true)
        .put("/v1/visits/" + bens + "/assignment")
        .then()
        .statusCode(409)
        .body("detail", allOf(containsString("Cleo"), containsString("Harold")))
        .body("booking.visitId", equalTo(cleos))
        .body("booking.customerId", equalTo(harold))
        .body("booking.scheduledAt", equalTo(at(DAY, 10).toString()));
    assertThat(company.visit(bens).getString("technicianId")).isEqualTo(ben);
  }

  @Test
  void visits_of_which_nobody_said_the_time_take_nobodys() {
    String one =
        company.visitsToCome(company.agreementWithoutTime(dorothy, ben, DAY.plusDays(2))).get(0);
    String other =
        company.visitsToCome(company.agreementWithoutTime(harold, cleo, DAY.plusDays(2))).get(0);
    assertThat(company.visit(one).getString("scheduledAt"))
        .isEqualTo(company.visit(other).getString("scheduledAt"));
    company.assign(one, sending(cleo)).then().statusCode(200);
    move(other, at(DAY.plusDays(2), 14).toString()).then().statusCode(201);
    String third =
        company.visitsToCome(company.agreementWithoutTime(dorothy, cleo, DAY.plusDays(2))).get(0);
    refused(move(third, at(DAY.plusDays(2), 14).toString()));
  }

  @Test
  void a_time_that_is_agreed_on_is_one_though_it_is_taken_where_nobody_says_any() {
    LocalDate day = DAY.plusDays(2);
    String one = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day, "09:00")).get(0);
    company.monthlyAgreement(harold, cleo, day, "09:00");
    refused(company.assign(one, sending(cleo)));
    String unsaid =
        company.visitsToCome(company.agreementWithoutTime(harold, dan, day.minusDays(2))).get(0);
    move(unsaid, at(day, 9).toString()).then().statusCode(201);
    refused(company.assign(one, sending(dan)));
  }

  @Test
  void what_was_at_no_time_in_particular_may_be_said_to_be_at_just_that_time() {
    LocalDate day = DAY.plusDays(2);
    String one = company.visitsToCome(company.agreementWithoutTime(dorothy, ben, day)).get(0);
    company.monthlyAgreement(harold, cleo, day, "09:00");
    String atNine =
        sending(cleo).replaceFirst("}$", ",\"scheduledAt\":\"%s\"}".formatted(at(day, 9)));
    refused(company.assign(one, atNine));
    company.assign(one, sending(cleo)).then().statusCode(200);
  }

  @Test
  void what_was_at_no_time_in_particular_may_go_to_another_day_so() {
    LocalDate day = DAY.plusDays(2);
    String one = company.visitsToCome(company.agreementWithoutTime(dorothy, ben, day)).get(0);
    String other = company.visitsToCome(company.agreementWithoutTime(harold, ben, day)).get(0);
    for (String visit : List.of(one, other)) {
      String path = "/v1/visits/" + visit;
      String to = at(day.plusDays(1), 9).toString();
      as("csr").get(path + "/move-impact?anyTime=true&scheduledAt=" + to).then().statusCode(200);
      json("csr", "{\"scheduledAt\":\"%s\",\"anyTime\":true}".formatted(to))
          .post(path + "/reschedule")
          .then()
          .statusCode(201)
          .body("scheduledAt", equalTo(to))
          .body("anyTime", equalTo(true));
      company
          .assign(
              visit,
              sending(cleo)
                  .replace("SICK", "REASSIGNED")
                  .replaceFirst(
                      "}$",
                      ",\"anyTime\":true,\"scheduledAt\":\"%s\"}"
                          .formatted(at(day.plusDays(2), 9))))
          .then()
          .statusCode(200)
          .body("anyTime", equalTo(true));
    }
    move(one, at(day.plusDays(2), 9).toString()).then().body("anyTime", equalTo(false));
    refused(move(other, at(day.plusDays(2), 9).toString()));
  }

  @Test
  void nobody_is_planned_to_be_at_two_visits_at_once() {
    String harolds = company.monthlyAgreement(harold, ben, DAY.minusDays(1));
    refused(plan(harolds, at(DAY, 10).plusSeconds(1800)));
    plan(harolds, at(DAY, 11)).then().statusCode(201);
  }

  @Test
  void of_two_who_plan_a_visit_of_one_technician_at_the_same_instant_one_wins() {
    String dorothys = company.monthlyAgreement(dorothy, dan, DAY.minusDays(1));
    String harolds = company.monthlyAgreement(harold, dan, DAY.minusDays(2));
    List<Integer> answers =
        List.of(
                CompletableFuture.supplyAsync(() -> plan(dorothys, at(DAY, 15)).statusCode()),
                CompletableFuture.supplyAsync(() -> plan(harolds, at(DAY, 15)).statusCode()))
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).containsExactly(201, 409);
  }

  private static Response plan(String agreement, Instant at) {
    return json(
            "manager", "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}".formatted(agreement, at))
        .post("/v1/visits");
  }

  @Test
  void so_have_it_substitutes_and_the_board() {
    company.wasAt(dorothy, cleo);
    LocalDate day = DAY.plusDays(2);
    String one = company.visitsToCome(company.agreementWithoutTime(dorothy, ben, day)).get(0);
    company.agreementWithoutTime(harold, cleo, day);
    company.agreementWithoutTime(dorothy, cleo, day);
    as("csr")
        .get("/v1/visits/" + one + "/substitutes")
        .then()
        .statusCode(200)
        .body("candidates[0].technicianId", equalTo(cleo));
    as("csr")
        .get("/v1/board?days=1&from=" + day)
        .then()
        .statusCode(200)
        .body(
            "technicians.find{it.technicianId=='%s'}.days[0].visits.doubleBooked".formatted(cleo),
            equalTo(List.of(false, false)));
  }

  @Test
  void a_visit_is_not_moved_to_when_its_technician_is_at_another() {
    String later =
        company.visitsToCome(company.monthlyAgreement(dorothy, ben, DAY.minusDays(1))).get(0);
    refused(move(later, at(DAY, 10).plusSeconds(1800).toString()));
    assertThat(company.visit(later).getString("scheduledAt"))
        .isEqualTo(at(DAY.minusDays(1), 10).toString());
    move(later, at(DAY, 11).toString()).then().statusCode(201);
  }

  @Test
  void a_stand_in_keeps_the_visit_where_the_usual_technician_is_back_but_busy() {
    String later =
        company.visitsToCome(company.monthlyAgreement(harold, ben, DAY.minusDays(1))).get(0);
    company.assign(later, sending(dan)).then().statusCode(200);
    move(later, at(DAY, 10).toString())
        .then()
        .statusCode(201)
        .body("technicianId", equalTo(dan))
        .body("plannedTechnicianId", equalTo(ben));
  }

  @Test
  void the_better_way_is_a_time_at_which_the_usual_technician_is_free() {
    company.monthlyAgreement(harold, ben, DAY.plusDays(1));
    company
        .assign(bens, sending(dan))
        .then()
        .statusCode(200)
        .body("impact.alternatives[0].action", equalTo("MOVE_VISIT_TO_USUAL_TECHNICIAN"))
        .body(
            "impact.alternatives[0].scheduledAt", not(equalTo(at(DAY.plusDays(1), 10).toString())))
        .body("impact.alternatives[0].scheduledAt", equalTo(at(DAY.plusDays(1), 9).toString()));
  }

  @Test
  void of_two_who_send_the_same_technician_at_the_same_instant_one_wins() {
    List<Integer> answers =
        List.of(
                CompletableFuture.supplyAsync(
                    () -> company.assign(bens, sending(dan)).statusCode()),
                CompletableFuture.supplyAsync(
                    () -> company.assign(cleos, sending(dan)).statusCode()))
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).containsExactly(200, 409);
  }

  @Test
  void who_is_to_come_already_may_be_confirmed_and_the_past_is_what_it_was() {
    String agreement = company.monthlyAgreement(harold, ben, today().minusDays(30));
    String key = company.key("V");
    importing(
            "/v1/visits/import",
            """
            {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"PLANNED","technicianExternalId":"%s","plannedTechnicianExternalId":"%s","changeReason":"VACATION","permanence":"THIS_VISIT"}\
            """
                .formatted(
                    key,
                    as("manager").get("/v1/agreements/" + agreement).path("externalId"),
                    at(DAY, 10),
                    as("manager").get("/v1/technicians/" + cleo).path("externalId"),
                    as("manager").get("/v1/technicians/" + ben).path("externalId")))
        .then()
        .statusCode(200)
        .body(not(containsString("REJECTED")));
    company.assign("ext:" + key, sending(cleo)).then().statusCode(200);
    String past = company.pastVisit(agreement, at(today().minusDays(3), 10));
    String other =
        company.pastVisit(
            company.monthlyAgreement(dorothy, cleo, today().minusDays(30)),
            at(today().minusDays(3), 10));
    assertThat(company.visit(other).getString("technicianId")).isEqualTo(cleo);
    company.assign(past, sending(cleo)).then().statusCode(200);
  }

  @Test
  void before_a_visit_is_moved_one_sees_what_that_would_cost() {
    String path = "/v1/visits/" + bens + "/move-impact?scheduledAt=";
    company.assign(bens, sending(dan)).then().statusCode(200);
    as("csr")
        .get(path + at(DAY, 15))
        .then()
        .statusCode(200)
        .body("technicianId", equalTo(ben))
        .body("takenBack", equalTo(true))
        .body("available", equalTo(false))
        .body("why", containsString("feedback-service"))
        .body("promisesBroken", hasSize(0));
    assertThat(company.visit(bens).getString("technicianId")).isEqualTo(dan);
    assertThat(company.visit(bens).getString("scheduledAt")).isEqualTo(at(DAY, 10).toString());
    refused(as("csr").get("/v1/visits/" + cleos + "/move-impact?scheduledAt=" + secondOfCleo()));
    as("csr").get("/v1/visits/" + bens + "/move-impact").then().statusCode(400);
    as("csr").get(path + "soon").then().statusCode(400);
  }

  private String secondOfCleo() {
    company.monthlyAgreement(dorothy, cleo, DAY.plusDays(1));
    return at(DAY.plusDays(1), 10).toString();
  }

  private static Response move(String visit, String to) {
    return json("csr", "{\"scheduledAt\":\"" + to + "\"}")
        .post("/v1/visits/" + visit + "/reschedule");
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("double-booked"));
  }

  private static String sending(String technician) {
    return "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
        .formatted(technician);
  }
}
