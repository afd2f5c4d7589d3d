package io.familiarface.jobs.introduction;

import static io.familiarface.rest.testing.Api.anonymous;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionApiTest extends IntroductionFixture {
  @Test
  void the_hour_is_held_for_both_until_it_has_ended() {
    String introduction = arrange();
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("leaverName", equalTo("Ben"))
        .body("successorName", equalTo("Cleo"))
        .body("customerName", equalTo("Dorothy"))
        .body("scheduledAt", equalTo(at.toString()))
        .body("jointVisitId", equalTo(joint))
        .body("comesAt", notNullValue());
    String elsewhere = elsewhere();
    send(elsewhere, cleo, "THIS_VISIT")
        .then()
        .statusCode(409)
        .body("type", containsString("double-booked"))
        .body("booking.visitId", equalTo(joint));
    as("csr")
        .get("/v1/visits/" + elsewhere + "/substitutes")
        .then()
        .body("refused.technicianId", hasItem(cleo))
        .body("candidates.technicianId", not(hasItem(cleo)));
    json("csr", "{\"reason\":\"Not wanted\"}")
        .post("/v1/introductions/" + introduction + "/dropped")
        .then()
        .statusCode(201)
        .body("state", equalTo("DROPPED"))
        .body("reason", equalTo("Not wanted"))
        .body("endedBy", notNullValue());
    send(elsewhere, cleo, "THIS_VISIT").then().statusCode(200);
  }

  @Test
  void only_done_it_counts_as_introduced() {
    String introduction = arrange();
    assertThat(company.visit(visit).getString("introducedAt")).isNull();
    Instant met = Instant.now().minusSeconds(600);
    json("csr", "{\"introducedAt\":\"%s\"}".formatted(met))
        .post("/v1/introductions/" + introduction + "/done")
        .then()
        .statusCode(201)
        .body("state", equalTo("DONE"))
        .body("introducedAt", notNullValue());
    assertThat(company.visit(visit).getString("introducedAt")).isNotNull();
    assertThat(company.visit(visit).getString("customerToldAt")).isNull();
    assertThat(
            company.events(
                "jobs", dorothy, all -> all.stream().anyMatch(event -> isIntroduced(event, visit))))
        .isNotEmpty();
    for (String end : List.of("/done", "/dropped")) {
      json("csr", end.equals("/done") ? "{}" : "{\"reason\":\"Late\"}")
          .post("/v1/introductions/" + introduction + end)
          .then()
          .statusCode(409)
          .body("type", containsString("introduction-ended"));
    }
  }

  private static boolean isIntroduced(Map<String, Object> event, String visit) {
    Map<?, ?> data = (Map<?, ?>) event.get("data");
    return data != null
        && visit.equals(data.get("visitId"))
        && Boolean.TRUE.equals(data.get("introduced"));
  }

  @Test
  void told_too_late_stays_so_when_they_are_introduced() {
    String soon = company.monthlyAgreement(dorothy, ben, Company.today().minusDays(2), "23:59");
    Instant tomorrow = Instant.now().plusSeconds(20 * 3600);
    String first = company.visitsToCome(soon).get(0);
    send(first, cleo, "THIS_VISIT").then().statusCode(200);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(tomorrow))
        .post("/v1/visits/" + first + "/reschedule")
        .then()
        .statusCode(201);
    json("csr", "{}").post("/v1/visits/" + first + "/told").then().statusCode(201);
    String before = visit(soon, tomorrow.minusSeconds(4 * 3600));
    String introduction = arrange(first, before).then().statusCode(201).extract().path("id");
    json("csr", "{}").post("/v1/introductions/" + introduction + "/done").then().statusCode(201);
    assertThat(
            company.events(
                "jobs", dorothy, all -> all.stream().anyMatch(e -> isIntroduced(e, first))))
        .filteredOn(event -> isIntroduced(event, first))
        .allSatisfy(
            event ->
                assertThat(((Map<?, ?>) event.get("data")).get("customerTold")).isEqualTo(false));
  }

  private String visit(String ofAgreement, Instant when) {
    return json(
            "manager",
            "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\",\"override\":\"Test\"}"
                .formatted(ofAgreement, when))
        .post("/v1/visits")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void after_the_visit_it_is_for_it_can_still_be_said_that_they_met() {
    String past = company.monthlyAgreement(dorothy, ben, Company.today().minusDays(40));
    Instant met = Company.at(Company.today().minusDays(20), 10);
    String last = company.pastVisit(past, met);
    String first = company.pastVisit(past, Company.at(Company.today().minusDays(3), 10));
    send(first, cleo, "FOR_GOOD").then().statusCode(200);
    String introduction = arrange(first, last).then().statusCode(201).extract().path("id");
    company.completeOnTime(last, met).then().statusCode(201);
    company
        .completeOnTime(first, Company.at(Company.today().minusDays(3), 11))
        .then()
        .statusCode(201);
    one(introduction).body("state", equalTo("OPEN"));
    json("csr", "{}")
        .post("/v1/introductions/" + introduction + "/done")
        .then()
        .statusCode(201)
        .body("introducedAt", equalTo(met.toString()));
    assertThat(company.visit(first).getString("introducedAt")).isEqualTo(met.toString());
    assertThat(
            company.events(
                "jobs", dorothy, all -> all.stream().anyMatch(e -> isIntroduced(e, first))))
        .anySatisfy(
            event -> {
              assertThat(event.get("type").toString()).endsWith("visit.completed");
              assertThat(isIntroduced(event, first)).isTrue();
            });
  }

  @Test
  void outside_of_the_newcomers_hours_nobody_is_introduced_unless_somebody_says_why() {
    json(
            "manager",
            "{\"workingHours\":[{\"day\":\"%s\",\"from\":\"09:00\",\"to\":\"12:00\"}]}"
                .formatted(day.getDayOfWeek()))
        .header("If-Match", Api.etag("/v1/technicians/" + cleo))
        .patch("/v1/technicians/" + cleo)
        .then()
        .statusCode(200);
    String introduction = arrange();
    move(joint, Company.at(day, 11));
    one(introduction).body("scheduledAt", equalTo(Company.at(day, 11).toString()));
    move(joint, Company.at(day, 13));
    needed(introduction, "not free then");
    arrange(visit, joint).then().statusCode(409).body("type", containsString("outside-hours"));
    json(
            "csr",
            "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\",\"override\":\"They agreed.\"}"
                .formatted(visit, joint))
        .post("/v1/introductions")
        .then()
        .statusCode(201);
    as("admin")
        .get("/v1/audit?action=visit.sent-all-the-same&person=" + dorothy)
        .then()
        .body("items.entityId", hasItem(joint));
  }

  @Test
  void lists_are_by_state_and_by_either_technician_in_pages() {
    String introduction = arrange();
    for (String technician : List.of(ben, cleo)) {
      as("csr")
          .get("/v1/introductions?state=OPEN&technicianId=" + technician)
          .then()
          .body("items", hasSize(1))
          .body("items[0].id", equalTo(introduction));
    }
    as("csr").get("/v1/introductions?technicianId=ext:nobody").then().body("items", hasSize(0));
    as("csr")
        .get("/v1/introductions?visitId=" + visit + "&due=" + day.minusDays(1))
        .then()
        .body("items", hasSize(0));
    as("csr")
        .get("/v1/introductions?customerId=" + dorothy + "&due=" + day + "&limit=1")
        .then()
        .body("items", hasSize(1));
    as("csr").get("/v1/introductions?state=SOON").then().statusCode(400);
    as("csr")
        .get("/v1/introductions/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("type", containsString("no-such-introduction"));
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].introductionId", equalTo(introduction))
        .body("items[0].introduceAtVisitId", equalTo(joint));
  }

  @Test
  void two_visits_that_introduce_nobody_are_refused() {
    arrange(joint, visit).then().statusCode(422).body("type", containsString("nobody-to-intro"));
    arrange(visit, visit).then().statusCode(422);
    String others =
        company
            .visitsToCome(company.monthlyAgreement(company.customer("Harold"), ben, day, "14:00"))
            .get(0);
    arrange(visit, others).then().statusCode(422);
    arrange(visit, UUID.randomUUID().toString()).then().statusCode(404);
    json("csr", "{}").post("/v1/introductions").then().statusCode(400);
  }

  @Test
  void where_cleo_is_elsewhere_nobody_is_introduced() {
    company.monthlyAgreement(company.customer("Harold"), cleo, day);
    arrange(visit, joint).then().statusCode(409).body("type", containsString("double-booked"));
  }

  @Test
  void what_an_agreement_plans_for_the_newcomer_at_that_hour_is_shown_and_listed() {
    arrange();
    String harolds =
        company
            .visitsToCome(company.monthlyAgreement(company.customer("Harold"), cleo, day, "10:20"))
            .get(0);
    String doubleBooked = "technicians.find{it.technicianId=='%s'}.days[0].visits.doubleBooked";
    as("csr")
        .get("/v1/board?days=1&from=" + day)
        .then()
        .body(doubleBooked.formatted(cleo), equalTo(List.of(true)))
        .body(doubleBooked.formatted(ben), equalTo(List.of(false)));
    as("csr")
        .get("/v1/visits/conflicts?technicianId=" + cleo + "&until=" + day)
        .then()
        .body("items.visitId", equalTo(List.of(harolds)))
        .body("items.otherVisitId", equalTo(List.of(joint)));
  }

  @Test
  void both_read_it_on_the_job_sheet_and_the_board_shows_it_on_both_rows() {
    arrange();
    for (String technician : List.of(ben, cleo)) {
      asTechnician(UUID.fromString(technician))
          .get("/v1/visits/" + joint + "/job-sheet")
          .then()
          .statusCode(200)
          .body("job.introductions[0].here", equalTo(true))
          .body("job.introductions[0].leaver", equalTo("Ben"))
          .body("job.introductions[0].successor", equalTo("Cleo"));
      asTechnician(UUID.fromString(technician))
          .get("/v1/visits")
          .then()
          .body("items.id", hasItem(joint));
    }
    asTechnician(UUID.fromString(cleo))
        .contentType("application/json")
        .body("{\"onTime\":true}")
        .post("/v1/visits/" + joint + "/completion")
        .then()
        .statusCode(403);
    as("csr")
        .header("Accept", "text/html")
        .get("/v1/visits/" + joint + "/job-sheet")
        .then()
        .statusCode(200)
        .body(containsString("Ben introduces <strong>Cleo</strong> at this visit"));
    Response board = as("csr").get("/v1/board?days=1&from=" + day);
    for (String technician : List.of(ben, cleo)) {
      board
          .then()
          .body(
              "technicians.find{it.technicianId=='%s'}.days[0].introductions[0].jointVisitId"
                  .formatted(technician),
              equalTo(joint));
    }
  }

  @Test
  void calendars_of_both_and_of_the_customer_have_it_until_it_is_dropped() {
    String introduction = arrange();
    List<String> calendars =
        List.of(share("technician", ben), share("technician", cleo), share("customer", dorothy));
    for (String calendar : calendars) {
      assertThat(event(calendar, introduction)).contains("STATUS:CONFIRMED");
    }
    assertThat(event(calendars.get(0), introduction)).contains("Ben introduces Cleo to Dorothy");
    assertThat(event(calendars.get(2), introduction))
        .contains("You meet whoever comes to you next")
        .doesNotContain("Cleo");
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(event(calendars.get(2), introduction)).contains("You meet Cleo");
    json("csr", "{\"reason\":\"Not wanted\"}")
        .post("/v1/introductions/" + introduction + "/dropped")
        .then()
        .statusCode(201);
    for (String calendar : calendars) {
      assertThat(event(calendar, introduction)).contains("STATUS:CANCELLED");
    }
  }

  /** The path of a link just made, as it is on this instance. */
  private static String share(String whose, String id) {
    String url =
        json("csr", "{\"%sId\":\"%s\"}".formatted(whose, id))
            .post("/v1/calendar-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    return url.substring(url.indexOf("/v1/"));
  }

  private static String event(String calendar, String introduction) {
    String text = anonymous().get(calendar).then().statusCode(200).extract().asString();
    int uid = text.indexOf("UID:" + introduction);
    assertThat(uid).as(text).isPositive();
    return text.substring(uid, text.indexOf("END:VEVENT", uid)).replace("\r\n ", "");
  }
}
