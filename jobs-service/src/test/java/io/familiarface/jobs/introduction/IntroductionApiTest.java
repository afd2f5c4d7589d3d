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
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
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
class IntroductionApiTest {
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
  void needed_it_is_when_it_is_said_that_they_met_and_nobody_waits_once_the_visit_has_been() {
    PastPair said = pastPair(0);
    miss(said.joint);
    needed(said.introduction, "does not take place");
    String met =
        json("csr", "{}")
            .post("/v1/introductions/" + said.introduction + "/done")
            .then()
            .statusCode(201)
            .extract()
            .path("introducedAt");
    assertThat(Instant.parse(met)).isAfter(Instant.now().minusSeconds(600));
    PastPair completed = pastPair(1);
    miss(completed.joint);
    complete(completed);
    dropped(completed.introduction, "has been");
    PastPair missed = pastPair(2);
    miss(missed.visit);
    dropped(missed.introduction, "does not take place");
    PastPair before = pastPair(3);
    complete(before);
    one(before.introduction).body("state", equalTo("OPEN"));
    miss(before.joint);
    dropped(before.introduction, "at which it was to be does not take place");
  }

  private record PastPair(String joint, String visit, LocalDate on, String introduction) {}

  /** Cleo came in place of Ben, and nobody has said yet that either was there. */
  private PastPair pastPair(int daysBefore) {
    String past = company.monthlyAgreement(dorothy, ben, Company.today().minusDays(40));
    LocalDate on = Company.today().minusDays(3 + daysBefore);
    String before = company.pastVisit(past, Company.at(on.minusDays(17), 10));
    String first = company.pastVisit(past, Company.at(on, 10));
    send(first, cleo, "FOR_GOOD").then().statusCode(200);
    return new PastPair(
        before, first, on, arrange(first, before).then().statusCode(201).extract().path("id"));
  }

  private void complete(PastPair pair) {
    company.completeOnTime(pair.visit, Company.at(pair.on, 11)).then().statusCode(201);
  }

  private static void miss(String which) {
    json("csr", "{\"reason\":\"WEATHER\"}")
        .post("/v1/visits/" + which + "/missed")
        .then()
        .statusCode(201);
  }

  @Test
  void the_visit_made_anew_before_it_another_one_is_needed() {
    String others = company.monthlyAgreement(dorothy, cleo, day, "14:00");
    String introduction =
        arrange(company.visitsToCome(others).get(0), joint)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    json("manager", "{\"visitAt\":\"08:00\"}")
        .header("If-Match", Api.etag("/v1/agreements/" + others))
        .patch("/v1/agreements/" + others)
        .then()
        .statusCode(200);
    needed(introduction, "is before it now");
  }

  @Test
  void sent_somebody_else_it_is_dropped_and_says_why() {
    String introduction = arrange();
    send(visit, company.technician("Dana"), "FOR_GOOD").then().statusCode(200);
    dropped(introduction, "Somebody else comes to the visit");
  }

  @Test
  void it_moves_with_the_visit_and_holds_the_other_hour_then() {
    String introduction = arrange();
    move(joint, Company.at(day, 13));
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("scheduledAt", equalTo(Company.at(day, 13).toString()));
    audited(introduction, "moved", "jointVisitId", joint);
    String elsewhere = elsewhere();
    send(elsewhere, cleo, "THIS_VISIT").then().statusCode(200);
    move(joint, Company.at(day, 15));
    one(introduction).body("scheduledAt", equalTo(Company.at(day, 15).toString()));
    move(visit, Company.at(day.plusDays(40), 10));
    one(introduction).body("state", equalTo("OPEN"));
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
  void moved_to_when_the_newcomer_is_elsewhere_another_one_is_needed() {
    send(elsewhere(), cleo, "THIS_VISIT").then().statusCode(200);
    move(joint, Company.at(day, 15));
    String introduction = arrange();
    move(joint, Company.at(day, 10));
    needed(introduction, "not free then");
    as("csr")
        .get("/v1/introductions?state=NEEDED&technicianId=" + cleo)
        .then()
        .body("items.id", hasItem(introduction));
    as("csr").get("/v1/board?days=1&from=" + day).then().body(not(containsString(introduction)));
    asTechnician(UUID.fromString(cleo))
        .get("/v1/visits/" + joint + "/job-sheet")
        .then()
        .statusCode(403);
    move(joint, Company.at(day, 13));
    assertThat(arrange()).isEqualTo(introduction);
    one(introduction).body("state", equalTo("OPEN")).body("reason", nullValue());
  }

  @Test
  void moved_after_the_visit_that_it_is_for_another_one_is_needed_until_somebody_else_comes() {
    String introduction = arrange();
    move(joint, Company.at(day.plusDays(60), 8));
    needed(introduction, "after the one that it was for");
    send(visit, company.technician("Dana"), "FOR_GOOD").then().statusCode(200);
    dropped(introduction, "Somebody else comes to the visit");
  }

  @Test
  void made_by_somebody_else_the_joint_visit_introduces_nobody() {
    String introduction = arrange();
    send(joint, company.technician("Dana"), "THIS_VISIT").then().statusCode(200);
    needed(introduction, "Somebody else makes the visit");
    json("csr", "{\"reason\":\"They have met at the office\"}")
        .post("/v1/introductions/" + introduction + "/dropped")
        .then()
        .statusCode(201)
        .body("state", equalTo("DROPPED"));
  }

  @Test
  void by_another_rule_it_is_at_the_visit_that_takes_the_place_of_the_one_before() {
    String introduction = arrange();
    json("manager", "{\"visitAt\":\"15:00\"}")
        .header("If-Match", Api.etag("/v1/agreements/" + agreement))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
    String now = company.visitsToCome(agreement).get(0);
    assertThat(now).isNotEqualTo(joint);
    one(introduction)
        .body("state", equalTo("OPEN"))
        .body("jointVisitId", equalTo(now))
        .body("visitId", equalTo(visit))
        .body("scheduledAt", equalTo(Company.at(day, 15).toString()));
  }

  @Test
  void in_a_pause_nobody_is_introduced() {
    String introduction = arrange();
    json("csr", "{\"from\":\"%s\",\"until\":\"%<s\"}".formatted(day))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    needed(introduction, "does not take place");
  }

  @Test
  void whoever_leaves_before_they_were_to_come_is_introduced_to_nobody() {
    String introduction = arrange();
    json("manager", "{\"lastDayOn\":\"%s\"}".formatted(day.plusDays(1)))
        .post("/v1/technicians/" + cleo + "/departure")
        .then()
        .statusCode(202);
    dropped(introduction, "leaves before");
    ben_comes_once_more_and_cleo_from_then_on();
    String second = arrange();
    json("manager", "{\"leftOn\":\"%s\"}".formatted(day.plusDays(1)))
        .header("If-Match", Api.etag("/v1/technicians/" + cleo))
        .patch("/v1/technicians/" + cleo)
        .then()
        .statusCode(200);
    dropped(second, "leaves before");
  }

  @Test
  void the_customer_gone_or_cleo_away_nobody_is_held_for_it() {
    String introduction = arrange();
    json("manager", "{\"reason\":\"PRICE\"}")
        .post("/v1/agreements/" + agreement + "/cancellation")
        .then()
        .statusCode(201);
    dropped(introduction, "does not take place");
    ben_comes_once_more_and_cleo_from_then_on();
    String second = arrange();
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(day))
        .post("/v1/technicians/" + cleo + "/absences")
        .then()
        .statusCode(201);
    needed(second, "away");
    arrange(visit, joint).then().statusCode(409).body("type", containsString("technician-absent"));
  }

  @Test
  void an_erased_customer_is_met_by_nobody() {
    String introduction = arrange();
    company.hear("customers", "io.familiarface.customer", dorothy, null);
    one(introduction).body("state", equalTo("DROPPED")).body("customerName", nullValue());
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

  private String elsewhere() {
    String harold = company.customer("Harold");
    // Whom they know is named first, however many can't come.
    company.wasAt(harold, cleo);
    return company
        .visitsToCome(company.monthlyAgreement(harold, company.technician("Dana"), day, "10:20"))
        .get(0);
  }

  private Response send(String one, String technician, String permanence) {
    return company.assign(
        one,
        "{\"technicianId\":\"%s\",\"reason\":\"LEFT_COMPANY\",\"permanence\":\"%s\"}"
            .formatted(technician, permanence));
  }

  private String arrange() {
    return arrange(visit, joint).then().statusCode(201).extract().path("id");
  }

  private static Response arrange(String comes, String before) {
    return json("csr", "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\"}".formatted(comes, before))
        .post("/v1/introductions");
  }

  private static ValidatableResponse one(String introduction) {
    return as("csr").get("/v1/introductions/" + introduction).then().statusCode(200);
  }

  private static void move(String which, Instant to) {
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(to))
        .post("/v1/visits/" + which + "/reschedule")
        .then()
        .statusCode(201);
  }

  private void needed(String introduction, String why) {
    one(introduction)
        .body("state", equalTo("NEEDED"))
        .body("reason", containsString(why))
        .body("endedAt", nullValue());
    audited(introduction, "needed", "reason", why);
  }

  private void audited(String introduction, String how, String field, String words) {
    as("admin")
        .get("/v1/audit?action=introduction.%s&person=%s".formatted(how, dorothy))
        .then()
        .statusCode(200)
        .body(
            "items.findAll{it.entityId=='%s'}.after.%s".formatted(introduction, field),
            hasItem(containsString(words)));
  }

  private void dropped(String introduction, String why) {
    one(introduction)
        .body("state", equalTo("DROPPED"))
        .body("reason", containsString(why))
        .body("endedBy", nullValue());
    audited(introduction, "dropped", "reason", why);
  }
}
