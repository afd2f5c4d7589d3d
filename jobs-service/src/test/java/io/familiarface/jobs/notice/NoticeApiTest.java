package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
class NoticeApiTest {
  @Inject Company company;
  @Inject Database database;
  @Inject Notices notices;
  String ben;
  String cleo;
  String customer;
  String agreement;
  String visit;
  Instant scheduledAt;

  @BeforeEach
  void a_visit_that_ben_is_to_make() {
    ben = company.technician("Ben");
    cleo =
        json(
                "manager",
                """
                {"name":"Cleo","skills":["rodents"],
                 "introduction":"Cleo keeps bees. Dogs like Cleo."}\
                """)
            .post("/v1/technicians")
            .path("id");
    customer = company.customer("Dorothy");
    // The next is not today, where it would be in the way of one that is moved there.
    agreement = company.monthlyAgreement(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(1);
    scheduledAt = Instant.parse(company.visit(visit).getString("scheduledAt"));
  }

  @Test
  void a_change_nobody_told_of_is_work_with_a_text_ready_to_send() {
    send(cleo);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].changes", contains("TECHNICIAN"))
        .body("items[0].knownTechnicianId", equalTo(ben))
        .body("items[0].technicianId", equalTo(cleo))
        .body("items[0].unannounced", equalTo(false))
        .body("items[0].dueAt", equalTo(scheduledAt.minus(Duration.ofHours(24)).toString()))
        .body("items[0].text", containsString("Hello Dorothy"))
        .body("items[0].text", containsString("Cleo comes to you in place of Ben"))
        .body("items[0].text", containsString("Cleo keeps bees. Dogs like Cleo."));
    assertThat(
            Api.all("csr", "/v1/notices?limit=500&due=" + scheduledAt.minus(Duration.ofHours(25))))
        .extracting(notice -> notice.get("visitId"))
        .doesNotContain(visit);
  }

  @Test
  void whoever_phones_closes_it_and_the_visit_is_told() {
    send(cleo);
    String notice = only();
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + notice + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"))
        .body("told", equalTo("PHONE"))
        .body("toldAt", notNullValue());
    assertThat(company.visit(visit).getString("customerToldAt")).isNotNull();
    json("csr", "{\"told\":\"IN_PERSON\"}")
        .post("/v1/notices/" + notice + "/told")
        .then()
        .statusCode(409)
        .body("type", containsString("already-told"));
    notices("state=OPEN").body("items", hasSize(0));
  }

  @Test
  void told_of_at_the_visit_the_notice_is_closed_as_well() {
    send(cleo);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
  }

  @Test
  void taken_back_before_anybody_was_told_there_is_nothing_to_tell() {
    send(cleo);
    company.assign(visit, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    notices("").body("items", hasSize(0));
  }

  @Test
  void taken_back_after_the_customer_was_told_that_has_to_be_told_too() {
    send(cleo);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    company.assign(visit, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    notices("state=OPEN")
        .body("items[0].knownTechnicianId", equalTo(cleo))
        .body("items[0].technicianId", equalTo(ben));
  }

  @Test
  void another_window_than_was_said_is_told_of_unless_the_customer_wanted_it() {
    String agreement =
        company.agreementWithWindow(customer, ben, Company.today().minusDays(3), 120);
    visit = company.visitsToCome(agreement).get(1);
    patch("{\"windowMinutes\":30,\"askedBy\":\"CUSTOMER\"}");
    notices("").body("items", hasSize(0));
    patch("{\"windowMinutes\":180}");
    notices("state=OPEN")
        .body("items[0].changes", contains("WINDOW"))
        .body("items[0].text", containsString("between 10:00 and 10:30, but"))
        .body("items[0].text", containsString("between 10:00 and 13:00."));
    patch("{\"windowMinutes\":30}");
    notices("").body("items", hasSize(0));
    patch("{\"windowMinutes\":180}");
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
    patch("{\"windowMinutes\":60}");
    notices("state=OPEN")
        .body("items[0].knownArrivalWindow.to", containsString("T"))
        .body("items[0].changes", contains("WINDOW"));
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
    patch("{\"windowMinutes\":90,\"customerToldAt\":\"%s\"}".formatted(Instant.now()));
    notices("state=TOLD").body("items", hasSize(1));
    company
        .assign(
            visit,
            """
            {"technicianId":"%s","reason":"SICK","permanence":"THIS_VISIT","customerTold":false}\
            """
                .formatted(company.technician("Ann")))
        .then()
        .statusCode(200);
    patch("{\"windowMinutes\":60,\"customerToldAt\":\"%s\"}".formatted(Instant.now()));
    notices("state=TOLD").body("items", hasSize(1));
  }

  private void patch(String body) {
    json("manager", body)
        .header("If-Match", etag("/v1/visits/" + visit))
        .patch("/v1/visits/" + visit)
        .then()
        .statusCode(200);
  }

  @Test
  void once_the_visit_is_done_there_is_nothing_left_to_tell_though_its_time_is_yet_to_come() {
    Instant tonight = Company.today().atTime(23, 59, 59).atZone(Company.ZONE).toInstant();
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(tonight))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=LATE").body("items", hasSize(1));
    company.completeOnTime(visit, Instant.now()).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }

  @Test
  void a_move_is_told_of_and_one_at_short_notice_is_unannounced() {
    Instant tomorrow = Instant.now().plus(Duration.ofHours(5));
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(tomorrow))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=LATE")
        .body("items[0].changes", contains("TIME"))
        .body("items[0].unannounced", equalTo(true))
        .body("items[0].subject", containsString("Your visit moves to"));
    notices("state=OPEN").body("items", hasSize(0));
  }

  @Test
  void that_we_do_not_come_is_told_of_unless_they_are_not_there() {
    today();
    miss("NO_TECHNICIAN_AVAILABLE");
    notices("state=LATE")
        .body("items[0].changes", contains("OFF"))
        .body("items[0].unannounced", equalTo(true))
        .body("items[0].subject", containsString("We can't come to you on"));
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"));
    json("csr", "{\"told\":\"IN_PERSON\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(409);
    UUID id = UUID.fromString(only());
    assertThat(notices.told(id, Instant.now(), ToldHow.IN_PERSON, "Somebody at once")).isFalse();
    assertThat(notices.sent(id, Instant.now())).isFalse();
    assertThat(notices.failed(id, "No mail server.")).isFalse();
    notices("state=TOLD").body("items[0].told", equalTo("PHONE"));
    today();
    send(cleo);
    miss("CUSTOMER_NOT_THERE");
    stillTechnician("missed");
  }

  @Test
  void that_nobody_had_told_them_of_whoever_came_stays() {
    today();
    send(cleo);
    company.completeOnTime(visit, Instant.now()).then().statusCode(201);
    stillTechnician("completed");
  }

  private void stillTechnician(String done) {
    notices("").body("items", hasSize(0));
    String notice =
        notices("past=true")
            .body("items", hasSize(1))
            .body("items[0].state", equalTo("LATE"))
            .body("items[0].changes", contains("TECHNICIAN"))
            .extract()
            .path("items[0].id");
    for (String telling : List.of("/told", "/sending")) {
      json("csr", telling.equals("/told") ? "{\"told\":\"PHONE\"}" : "")
          .post("/v1/notices/" + notice + telling)
          .then()
          .statusCode(409)
          .body("type", containsString("already-" + done));
    }
  }

  @Test
  void known_before_its_day_that_we_cannot_come_the_customer_is_told_so_then() {
    for (String later : List.of("TECHNICIAN_DID_NOT_COME", "CUSTOMER_NOT_THERE")) {
      json("csr", "{\"reason\":\"%s\"}".formatted(later))
          .post("/v1/visits/" + visit + "/missed")
          .then()
          .statusCode(422)
          .body("type", containsString("before-the-visit"));
    }
    miss("NO_TECHNICIAN_AVAILABLE");
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(visit))
        .body("items[0].subject", containsString("We can't come to you"));
    assertThat(missed()).containsEntry("calledOff", true).containsEntry("nobodyCame", true);
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"));
    notices("state=OPEN").body("items", hasSize(0));
    assertThat(missed()).containsEntry("calledOff", true).containsEntry("nobodyCame", false);
  }

  /** What was told last of a visit of the customer that did not take place. */
  private Map<String, Object> missed() {
    List<Map<String, Object>> told =
        PublishedEvents.of("jobs").about(UUID.fromString(customer), "visit.missed");
    return PublishedEvents.data(told.get(told.size() - 1));
  }

  @Test
  void other_terms_that_we_want_are_told_of_visit_by_visit() {
    int planned = company.visitsToCome(agreement).size();
    change("{\"windowMinutes\":60}");
    change("{\"visitAt\":\"11:00\"}");
    ofCustomer("").body("items", hasSize(0));
    change("{\"visitAt\":\"12:00\",\"checklist\":[\"Traps\"],\"askedBy\":\"COMPANY\"}");
    List<String> now = company.visitsToCome(agreement);
    ofCustomer("&state=OPEN")
        .body("items", hasSize(planned))
        .body("items.visitId", containsInAnyOrder(now.toArray()))
        .body("items.changes", everyItem(contains("TIME")))
        .body("items.text", everyItem(containsString(", between 11:00 and 12:00 moves to")));
    change("{\"checklist\":[],\"askedBy\":\"COMPANY\"}");
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()));
    change("{\"visitAt\":\"11:00\",\"askedBy\":\"COMPANY\"}");
    ofCustomer("&state=OPEN").body("items", hasSize(0));
  }

  @Test
  void a_pause_that_we_want_calls_its_visits_off() {
    json(
            "csr",
            "{\"from\":\"%s\",\"until\":\"%<s\",\"askedBy\":\"COMPANY\"}"
                .formatted(scheduledAt.atZone(Company.ZONE).toLocalDate()))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(visit))
        .body("items[0].subject", containsString("We can't come to you"));
  }

  @Test
  void resumed_nobody_is_told_that_we_do_not_come_and_who_was_is_told_that_we_do() {
    List<String> planned = company.visitsToCome(agreement);
    json("csr", "{\"from\":\"%s\",\"askedBy\":\"COMPANY\"}".formatted(Company.today().plusDays(1)))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    ofCustomer("").body("items.visitId", containsInAnyOrder(planned.toArray()));
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201);
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(204);
    ofCustomer("")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(company.visitsToCome(agreement).get(1)))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].text", containsString("Ben comes to you."))
        .body("items[0].text", not(containsString("in place of")));
  }

  @Test
  void so_are_those_that_an_import_brings_where_the_customer_has_not_agreed_to_them() {
    imported("\"visitAt\":\"10:30\"");
    ofCustomer("").body("items", hasSize(0));
    imported("\"visitAt\":\"11:00\",\"askedBy\":\"COMPANY\"");
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()))
        .body("items.changes", everyItem(contains("TIME")));
  }

  @Test
  void somebody_else_whom_an_import_brings_has_to_be_told_unless_the_customer_wanted_it() {
    String key = as("csr").get("/v1/technicians/" + company.technician("Al")).path("externalId");
    imported("\"technicianExternalId\":\"%s\",\"askedBy\":\"CUSTOMER\"".formatted(key));
    ofCustomer("").body("items", hasSize(0));
    String other = as("csr").get("/v1/technicians/" + ben).path("externalId");
    imported("\"technicianExternalId\":\"%s\"".formatted(other));
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()))
        .body("items.changes", everyItem(contains("TECHNICIAN")));
  }

  /** The agreement as another system has it now. */
  private void imported(String other) {
    var known = as("csr").get("/v1/agreements/" + agreement).jsonPath();
    String line =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"Monthly rodent control",\
        "recurrence":"FREQ=MONTHLY","startsOn":"%s",%s}\
        """
            .formatted(
                known.getString("externalId"),
                known.getString("customerExternalId"),
                known.getString("startsOn"),
                other);
    assertThat(Api.statuses(Api.importing("/v1/agreements/import", line)))
        .containsExactly("UPDATED");
  }

  @Test
  void resumed_today_it_is_so_too_of_a_visit_at_no_time_in_particular() {
    String untimed = company.agreementWithoutTime(customer, ben, Company.today());
    String off = (String) company.visits(untimed).get(0).get("id");
    company.isPlannedFor(off, Company.at(Company.today(), 0), false);
    json("csr", "{\"from\":\"%s\",\"askedBy\":\"COMPANY\"}".formatted(Company.today()))
        .post("/v1/agreements/" + untimed + "/pause")
        .then()
        .statusCode(201);
    as("csr")
        .get("/v1/notices?visitId=" + off)
        .then()
        .body("items.changes", contains(List.of("OFF")));
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + untimed + "/pause")
        .then()
        .statusCode(204);
    as("csr").get("/v1/notices?visitId=" + off).then().body("items", hasSize(0));
  }

  private void change(String terms) {
    json("manager", terms)
        .header("If-Match", Api.etag("/v1/agreements/" + agreement))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
  }

  /** A visit of today at no time in particular: it is ahead until the day ends. */
  private void today() {
    String agreement = company.agreementWithoutTime(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(0);
    json(
            "csr",
            "{\"scheduledAt\":\"%s\",\"anyTime\":true,\"askedBy\":\"CUSTOMER\"}"
                .formatted(Company.at(Company.today(), 0)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  private void miss(String reason) {
    json("csr", "{\"reason\":\"%s\"}".formatted(reason))
        .post("/v1/visits/" + visit + "/missed")
        .then()
        .statusCode(201);
  }

  @Test
  void an_hour_that_nobody_had_said_is_told_of_and_none_is_named_that_was_not() {
    String agreement = company.agreementWithoutTime(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(1);
    scheduledAt = Instant.parse(company.visit(visit).getString("scheduledAt"));
    moveByUs(scheduledAt.plus(Duration.ofHours(2)), true);
    notices("").body("items", hasSize(0));
    moveByUs(scheduledAt, false);
    notices("state=OPEN")
        .body("items[0].changes", contains("TIME"))
        .body("items[0].knownAnyTime", equalTo(true))
        .body("items[0].anyTime", equalTo(false))
        .body(
            "items[0].text",
            matchesPattern("(?s).*Your visit of [^,:]* moves to [^,:]*, 09:00\\..*"));
    moveByUs(scheduledAt, true);
    notices("").body("items", hasSize(0));
    moveByUs(scheduledAt, false);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    moveByUs(scheduledAt, true);
    notices("state=OPEN")
        .body("items[0].knownAnyTime", equalTo(false))
        .body("items[0].subject", containsString("at any time of the day"));
  }

  private void moveByUs(Instant to, boolean anyTime) {
    json("csr", "{\"scheduledAt\":\"%s\",\"anyTime\":%s}".formatted(to, anyTime))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  @Test
  void a_move_that_the_customer_asked_for_is_nothing_to_tell_them() {
    moveAsAsked(scheduledAt.plus(Duration.ofDays(2))).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }

  @Test
  void what_else_they_have_to_be_told_stays() {
    send(cleo, "\"reason\":\"REASSIGNED\"");
    Instant asked = scheduledAt.plus(Duration.ofDays(2));
    moveAsAsked(asked).then().statusCode(201);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].changes", contains("TECHNICIAN"))
        .body("items[0].scheduledAt", equalTo(asked.toString()))
        .body("items[0].knownAt", equalTo(asked.toString()))
        .body("items[0].dueAt", equalTo(asked.minus(Duration.ofHours(24)).toString()));
  }

  @Test
  void moved_by_us_first_and_then_as_they_asked_nothing_is_left_to_tell() {
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(scheduledAt.plus(Duration.ofDays(1))))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=OPEN").body("items", hasSize(1));
    moveAsAsked(scheduledAt.plus(Duration.ofDays(2))).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }

  private io.restassured.response.Response moveAsAsked(Instant to) {
    return json("csr", "{\"scheduledAt\":\"%s\",\"askedBy\":\"CUSTOMER\"}".formatted(to))
        .post("/v1/visits/" + visit + "/reschedule");
  }

  @Test
  void told_with_the_move_it_is_no_task() {
    String then = ",\"scheduledAt\":\"%s\"".formatted(scheduledAt.plus(Duration.ofDays(1)));
    String told = ",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60));
    company
        .assign(visit, "{\"technicianId\":\"" + ben + "\"" + then + told + "}")
        .then()
        .statusCode(200);
    notices("").body("items", hasSize(0));
  }

  @Test
  void how_they_were_told_with_the_change_is_kept() {
    send(
        cleo,
        "\"reason\":\"SICK\",\"toldHow\":\"PHONE\",\"scheduledAt\":\"%s\",\"customerToldAt\":\"%s\""
            .formatted(scheduledAt.plus(Duration.ofDays(1)), Instant.now().minusSeconds(60)));
    notices("")
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("TOLD"))
        .body("items[0].told", equalTo("PHONE"))
        .body("items[0].toldBy", notNullValue())
        .body("items[0].changes", contains("TECHNICIAN", "TIME"));
  }

  @Test
  void how_they_were_told_later_is_kept_too() {
    send(cleo);
    for (String how : List.of("{\"toldHow\":\"IN_PERSON\"}", "{}")) {
      json("csr", how).post("/v1/visits/" + visit + "/told").then().statusCode(201);
    }
    notices("state=TOLD")
        .body("items[0].told", equalTo("IN_PERSON"))
        .body("items[0].toldBy", notNullValue());
  }

  @Test
  void told_within_the_notice_period_it_counts_as_unannounced() {
    Instant soon = Instant.now().plus(Duration.ofHours(5));
    moveAsAsked(soon).then().statusCode(201);
    send(
        cleo,
        "\"reason\":\"SICK\",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60)));
    assertThat(toldAsPublished()).isEqualTo(false);
    assertThat(markedUnannounced(soon)).isEqualTo(true);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(toldAsPublished()).isEqualTo(false);
    json("manager", "{\"toldAt\":\"%s\"}".formatted(soon.minus(Duration.ofHours(25))))
        .post("/v1/visits/" + visit + "/told")
        .then()
        .statusCode(201);
    assertThat(toldAsPublished()).isEqualTo(true);
    assertThat(markedUnannounced(soon)).isEqualTo(false);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(toldAsPublished()).as("said again, it is no later").isEqualTo(true);
  }

  @SuppressWarnings("unchecked")
  private Object toldAsPublished() {
    int revision = revision();
    return company
        .events("jobs", customer, found -> found.stream().anyMatch(event -> isOf(event, revision)))
        .stream()
        .filter(event -> isOf(event, revision))
        .map(event -> ((Map<String, Object>) event.get("data")).get("customerTold"))
        .findFirst()
        .orElseThrow();
  }

  private int revision() {
    return database
        .sql("select version from visit where id = :id")
        .bind("id", UUID.fromString(visit))
        .one(Integer.class);
  }

  private boolean isOf(Map<String, Object> event, int revision) {
    return event.get("data") instanceof Map<?, ?> data
        && visit.equals(data.get("visitId"))
        && Integer.valueOf(revision).equals(data.get("revision"));
  }

  private Object markedUnannounced(Instant at) {
    return as("csr")
        .get("/v1/board?days=1&from=" + at.atZone(Company.ZONE).toLocalDate())
        .then()
        .statusCode(200)
        .extract()
        .path(
            "technicians.find{it.technicianId=='%s'}.days[0].visits.find{it.id=='%s'}.unannouncedChange"
                .formatted(cleo, visit));
  }

  @Test
  void a_letter_that_can_not_be_sent_says_why_and_is_to_be_phoned() {
    send(cleo);
    json("csr", "").post("/v1/notices/" + only() + "/sending").then().statusCode(503);
    notices("state=OPEN").body("items", hasSize(1));
  }

  @Test
  void told_with_the_change_or_hand_over_needs_one_notice_at_most() {
    company
        .assign(
            visit,
            """
            {"technicianId":"%s","reason":"REASSIGNED","permanence":"FOR_GOOD",
             "customerToldAt":"%s"}\
            """
                .formatted(cleo, Instant.now().minusSeconds(60)))
        .then()
        .statusCode(200);
    as("csr").get("/v1/notices?limit=500&customerId=" + customer).then().body("items", hasSize(0));
  }

  @Test
  void what_is_not_there_or_makes_no_sense_is_refused() {
    as("csr").get("/v1/notices/" + UUID.randomUUID()).then().statusCode(404);
    as("csr").get("/v1/notices?due=soon").then().statusCode(400);
    as("csr").get("/v1/notices?state=LOST").then().statusCode(400);
    send(cleo);
    String told = "/v1/notices/" + only() + "/told";
    json("csr", "{}").post(told).then().statusCode(400);
    json("csr", "{\"told\":\"PHONE\",\"toldAt\":\"2999-01-01T00:00:00Z\"}")
        .post(told)
        .then()
        .statusCode(400);
    notices("state=OPEN").body("items[0].toldAt", nullValue());
  }

  private void send(String technician) {
    send(technician, "\"reason\":\"SICK\"");
  }

  private void send(String technician, String more) {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"permanence\":\"THIS_VISIT\",%s}"
                .formatted(technician, more))
        .then()
        .statusCode(200);
  }

  private String only() {
    return notices("").extract().path("items[0].id");
  }

  private ValidatableResponse ofCustomer(String filter) {
    return as("csr").get("/v1/notices?customerId=" + customer + filter).then();
  }

  private ValidatableResponse notices(String filter) {
    String more = filter.isEmpty() ? "" : "&" + filter;
    return as("csr").get("/v1/notices?visitId=" + visit + more).then().statusCode(200);
  }
}
