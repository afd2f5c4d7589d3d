package io.familiarface.jobs.introduction;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Ben comes to Dorothy once more, and Cleo from then on. */
abstract class IntroductionFixture {
  @Inject Company company;
  String ben;
  String cleo;
  String dorothy;
  String agreement;
  String joint;
  String visit;
  LocalDate day;
  Instant at;

  @BeforeEach
  void ben_comes_once_more_and_cleo_from_then_on() {
    ben = company.technician("Ben");
    cleo = company.technician("Cleo");
    dorothy = company.customer("Dorothy");
    day = Company.today().plusDays(3);
    agreement = company.monthlyAgreement(dorothy, ben, day);
    List<String> visits = company.visitsToCome(agreement);
    joint = visits.get(0);
    visit = visits.get(1);
    at = Company.at(day, 10);
    send(visit, cleo, "FOR_GOOD").then().statusCode(200);
  }

  String elsewhere() {
    String harold = company.customer("Harold");
    // Whom they know is named first, however many can't come.
    company.wasAt(harold, cleo);
    return company
        .visitsToCome(company.monthlyAgreement(harold, company.technician("Dana"), day, "10:20"))
        .get(0);
  }

  Response send(String one, String technician, String permanence) {
    return company.assign(
        one,
        "{\"technicianId\":\"%s\",\"reason\":\"LEFT_COMPANY\",\"permanence\":\"%s\"}"
            .formatted(technician, permanence));
  }

  String arrange() {
    return arrange(visit, joint).then().statusCode(201).extract().path("id");
  }

  static Response arrange(String comes, String before) {
    return json("csr", "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\"}".formatted(comes, before))
        .post("/v1/introductions");
  }

  static ValidatableResponse one(String introduction) {
    return as("csr").get("/v1/introductions/" + introduction).then().statusCode(200);
  }

  static void move(String which, Instant to) {
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(to))
        .post("/v1/visits/" + which + "/reschedule")
        .then()
        .statusCode(201);
  }

  void needed(String introduction, String why) {
    one(introduction)
        .body("state", equalTo("NEEDED"))
        .body("reason", containsString(why))
        .body("endedAt", nullValue());
    audited(introduction, "needed", "reason", why);
  }

  void audited(String introduction, String how, String field, String words) {
    as("admin")
        .get("/v1/audit?action=introduction.%s&person=%s".formatted(how, dorothy))
        .then()
        .statusCode(200)
        .body(
            "items.findAll{it.entityId=='%s'}.after.%s".formatted(introduction, field),
            hasItem(containsString(words)));
  }

  void dropped(String introduction, String why) {
    one(introduction)
        .body("state", equalTo("DROPPED"))
        .body("reason", containsString(why))
        .body("endedBy", nullValue());
    audited(introduction, "dropped", "reason", why);
  }
}
