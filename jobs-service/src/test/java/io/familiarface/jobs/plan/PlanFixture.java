package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.jobs.Company;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;

/** Ben was to come to Dorothy, and won't: how a plan for that is asked for and read. */
abstract class PlanFixture {
  @Inject Company company;
  String ben;
  String cleo;
  String dorothy;
  String agreement;
  String visit;
  LocalDate day;

  @BeforeEach
  void dorothy_whom_ben_is_to_visit_and_who_knows_cleo() {
    ben = company.technician("Ben");
    cleo = company.technician("Cleo");
    dorothy = company.promisedCustomer("Dorothy", ben);
    day = Company.today().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    agreement = company.monthlyAgreement(dorothy, ben, day);
    visit = company.visitsToCome(agreement).get(0);
  }

  Instant at(String visit) {
    return Instant.parse(company.visit(visit).getString("scheduledAt"));
  }

  String agreement(String recurrence, LocalDate startsOn) {
    return json(
            "manager",
            """
            {"customerId":"%s","program":"Pests","recurrence":"%s","startsOn":"%s",
             "visitAt":"10:00","price":{"amount":"89.00","currency":"USD"},"technicianId":"%s"}\
            """
                .formatted(company.customer("Harold"), recurrence, startsOn, ben))
        .post("/v1/agreements")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  Response lastDay(LocalDate day) {
    Response changed =
        json("manager", "{\"leftOn\":%s}".formatted(day == null ? null : "\"" + day + "\""))
            .header("If-Match", etag("/v1/technicians/" + ben))
            .patch("/v1/technicians/" + ben);
    changed.then().statusCode(200);
    return changed;
  }

  static String leaves(String technician, LocalDate lastDay) {
    return path(
        json("manager", "{\"lastDayOn\":\"%s\"}".formatted(lastDay))
            .post("/v1/technicians/" + technician + "/departure")
            .header("Location"));
  }

  static Response away(String technician, LocalDate from, LocalDate to) {
    return json("csr", "{\"kind\":\"VACATION\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
        .post("/v1/technicians/" + technician + "/absences");
  }

  static String linked(Response recorded) {
    String link = recorded.header("Link");
    return path(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
  }

  static String path(String address) {
    return address.substring(address.indexOf("/v1/"));
  }

  /** The plan, once it has been made. */
  static JsonPath solved(String plan) {
    JsonPath read = as("csr").get(plan).then().statusCode(200).extract().jsonPath();
    while ("SOLVING".equals(read.getString("state"))) {
      Thread.onSpinWait();
      read = as("csr").get(plan).then().statusCode(200).extract().jsonPath();
    }
    return read;
  }
}
