package io.familiarface.jobs.visit;

import static io.familiarface.jobs.Company.at;
import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
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
  @Inject CompanyCalendar calendar;
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
  void what_two_agreements_plan_for_one_hour_is_work_until_one_is_moved() {
    String harolds = company.visitsToCome(company.monthlyAgreement(harold, ben, DAY)).get(0);
    String ofBens = "items.find{it.visitId=='%s'}.".formatted(bens);
    conflicts(ben, DAY)
        .body("items.visitId", containsInAnyOrder(bens, harolds))
        .body("items.rule", everyItem(equalTo("DOUBLE_BOOKED")))
        .body(ofBens + "otherVisitId", equalTo(harolds))
        .body(ofBens + "customerName", equalTo("Dorothy"))
        .body(
            ofBens + "reason",
            equalTo(
                "Ben is to be at another visit then: at Harold, on %s."
                    .formatted(calendar.inWords(at(DAY, 10)))));
    assertThat(company.visit(harolds).getString("technicianId")).isEqualTo(ben);
    String first = "/v1/visits/conflicts?limit=1&technicianId=%s&until=%s".formatted(ben, DAY);
    String cursor =
        as("csr").get(first).then().body("items", hasSize(1)).extract().path("nextCursor");
    as("csr")
        .get(first + "&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", nullValue());
    conflicts(ben, DAY.minusDays(1)).body("items", hasSize(0));
    move(harolds, at(DAY, 11).toString()).then().statusCode(201);
    conflicts(ben, DAY).body("items", hasSize(0));
  }

  @Test
  void so_is_what_a_hand_over_brings_with_the_visits_after_it() {
    String next = company.visitsToCome(company.visit(bens).getString("agreementId")).get(1);
    LocalDate day = calendar.dayOf(Instant.parse(company.visit(next).getString("scheduledAt")));
    company.monthlyAgreement(harold, dan, day);
    conflicts(dan, day).body("items", hasSize(0));
    company.assign(bens, sending(dan).replace("THIS_VISIT", "FOR_GOOD")).then().statusCode(200);
    assertThat(company.visit(next).getString("technicianId")).isEqualTo(dan);
    conflicts(dan, day).body("items.visitId", hasItem(next));
  }

  @Test
  void so_is_whatever_else_speaks_against_it_with_its_reason() {
    String hours =
        "{\"workingHours\":[{\"day\":\"%s\",\"from\":\"12:00\",\"to\":\"17:00\"}]}"
            .formatted(DAY.getDayOfWeek());
    patchBen(hours);
    conflict("OUTSIDE_HOURS", "Ben doesn't work at that time.");
    json("csr", "{\"scheduledAt\":\"%s\",\"override\":\"They agreed.\"}".formatted(at(DAY, 10)))
        .post("/v1/visits/" + bens + "/reschedule")
        .then()
        .statusCode(201);
    conflicts(ben, DAY).body("items", hasSize(0));
    String licence =
        "{\"certificates\":[{\"name\":\"Licence\",\"skill\":\"rodents\",\"expiresOn\":\"%s\"}]}"
            .formatted(DAY.minusDays(1));
    patchBen(licence);
    conflicts(ben, DAY).body("items", hasSize(0));
    move(bens, at(DAY, 13).toString()).then().statusCode(409).body("type", containsString("lacks"));
    patchBen("{\"certificates\":[],\"workingHours\":[]}");
    move(bens, at(DAY, 13).toString()).then().statusCode(201);
    conflicts(ben, DAY).body("items", hasSize(0));
    patchBen(licence);
    conflict("LICENCE_ENDED", "A licence by which Ben was chosen has ended by then.");
    String project =
        json("csr", "{\"customerId\":\"%s\",\"title\":\"Cellar\"}".formatted(harold))
            .post("/v1/projects")
            .path("id");
    patchBen("{\"certificates\":[]}");
    json(
            "csr",
            "{\"title\":\"Drying\",\"startsOn\":\"%s\",\"technicianId\":\"%s\"}"
                .formatted(DAY, ben))
        .post("/v1/projects/" + project + "/steps")
        .then()
        .statusCode(201);
    conflict("AT_A_PROJECT", "Ben is at a project until %s.".formatted(DAY));
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(DAY))
        .post("/v1/technicians/" + ben + "/absences")
        .then()
        .statusCode(201);
    conflict("ABSENT", "Ben is away on that day.");
    patchBen("{\"leftOn\":\"%s\"}".formatted(DAY.minusDays(1)));
    conflict("HAS_LEFT", "Ben leaves the company on %s.".formatted(DAY.minusDays(1)));
    as("csr")
        .get("/v1/visits/conflicts?until=" + today().plusDays(400))
        .then()
        .statusCode(400)
        .body("detail", containsString("a year ahead"));
  }

  private void patchBen(String details) {
    json("manager", details)
        .header("If-Match", "*")
        .patch("/v1/technicians/" + ben)
        .then()
        .statusCode(200);
  }

  private void conflict(String rule, String reason) {
    conflicts(ben, DAY)
        .body("items.visitId", equalTo(List.of(bens)))
        .body("items[0].rule", equalTo(rule))
        .body("items[0].reason", equalTo(reason))
        .body("items[0].otherVisitId", nullValue());
  }

  private static ValidatableResponse conflicts(String technician, LocalDate until) {
    return as("csr")
        .get("/v1/visits/conflicts?technicianId=%s&until=%s".formatted(technician, until))
        .then()
        .statusCode(200);
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
