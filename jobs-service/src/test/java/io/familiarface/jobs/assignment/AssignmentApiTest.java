package io.familiarface.jobs.assignment;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssignmentApiTest {
  @Inject Company company;
  String ben;
  String cleo;
  String customer;
  String agreement;
  String visit;
  Instant scheduledAt;

  @BeforeEach
  void dorothy_to_whom_ben_promised_to_come() {
    ben = company.technician("Ben");
    cleo = company.technician("Cleo");
    customer =
        company.customer(
            "Dorothy",
            "[]",
            """
            [{"id":"018f0000-0000-7000-8000-000000000001","externalId":null,"kind":"SAME_TECHNICIAN",
              "text":"Ben is your technician from now on.","madeBy":"Ben",
              "madeAt":"2025-03-06T15:00:00Z","technicianId":"%s","validUntil":null,
              "state":"STANDING","decidedAt":null,"decidedBy":null,"breaches":[]}]\
            """
                .formatted(ben));
    LocalDate tuesday =
        Company.today().plusDays(7).with(TemporalAdjusters.next(java.time.DayOfWeek.TUESDAY));
    agreement = company.monthlyAgreement(customer, ben, tuesday);
    visit = company.visitsToCome(agreement).get(0);
    scheduledAt = Instant.parse(company.visit(visit).getString("scheduledAt"));
  }

  @Test
  void before_somebody_is_sent_the_planner_sees_the_promise_and_the_better_way() {
    LocalDate day = scheduledAt.atZone(Company.ZONE).toLocalDate();
    away(ben, "VACATION", day.minusDays(1), day.plusDays(1));
    String tag = etag("/v1/visits/" + visit);
    Instant friday = Company.at(day.plusDays(2), 10);
    json("csr", sending(cleo, "VACATION", "THIS_VISIT"))
        .header("If-Match", tag)
        .queryParam("dryRun", true)
        .put("/v1/visits/" + visit + "/assignment")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag))
        .body("technicianId", equalTo(ben))
        .body("impact.promisesBroken", hasSize(1))
        .body("impact.promisesBroken[0].text", containsString("Ben is your technician"))
        .body(
            "impact.alternatives.action",
            hasItems("MOVE_VISIT_TO_USUAL_TECHNICIAN", "TELL_AND_INTRODUCE_BEFOREHAND"))
        .body("impact.alternatives[0].technicianId", equalTo(ben))
        .body("impact.alternatives[0].scheduledAt", equalTo(friday.toString()))
        .body("impact.alternatives[0].text", containsString("when Ben is back"))
        .body(
            "impact.alternatives[0].text",
            containsString(
                DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH)
                    .format(day.plusDays(2))));
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
  }

  @Test
  void skills_and_hours_are_respected_or_overridden_with_a_reason() {
    String termites = hired("\"skills\":[\"termites\"]");
    refused(termites, "lacks-skill", "rodents");
    String late =
        hired(
            "\"skills\":[\"rodents\"],\"workingHours\":"
                + "[{\"day\":\"TUESDAY\",\"from\":\"12:00\",\"to\":\"17:00\"}]");
    refused(late, "outside-hours", "at that time");
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
    String because = ",\"override\":\"Only the traps are looked at.\"}";
    company
        .assign(visit, sending(termites, "SICK", "THIS_VISIT").replaceFirst("}$", because))
        .then()
        .statusCode(200)
        .body("technicianId", equalTo(termites));
    as("admin")
        .get("/v1/audit?action=visit.sent-all-the-same&person=" + customer)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].entityId", equalTo(visit))
        .body("items[0].after", containsString("traps"));
  }

  @Test
  void somebody_else_comes_at_another_time_in_one_go_and_of_both_the_customer_is_to_be_told() {
    Instant later = scheduledAt.plus(26, ChronoUnit.HOURS);
    String busy =
        company.visitsToCome(company.monthlyAgreement(customer, cleo, dayOf(later))).get(0);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(later))
        .post("/v1/visits/" + busy + "/reschedule")
        .then()
        .statusCode(201);
    String request =
        sending(cleo, "REASSIGNED", "THIS_VISIT").replaceFirst("}$", ",\"scheduledAt\":\"%s\"}");
    company
        .assign(visit, request.formatted(later))
        .then()
        .statusCode(409)
        .body("booking.visitId", equalTo(busy));
    company.assign(visit, request.formatted("2020-01-06T15:00:00Z")).then().statusCode(403);
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
    Instant free = later.plus(2, ChronoUnit.HOURS);
    company
        .assign(visit, request.formatted(free))
        .then()
        .statusCode(200)
        .body("technicianId", equalTo(cleo))
        .body("scheduledAt", equalTo(free.toString()))
        .body("impact.promisesBroken", hasSize(1));
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].changes", equalTo(List.of("TECHNICIAN", "TIME")))
        .body("items[0].knownAt", equalTo(scheduledAt.toString()));
  }

  @Test
  void sent_at_a_time_that_the_customer_asked_for_only_who_comes_is_to_be_told() {
    Instant later = scheduledAt.plus(26, ChronoUnit.HOURS);
    company
        .assign(
            visit,
            sending(cleo, "REASSIGNED", "THIS_VISIT")
                .replaceFirst(
                    "}$", ",\"scheduledAt\":\"%s\",\"askedBy\":\"CUSTOMER\"}".formatted(later)))
        .then()
        .statusCode(200);
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].changes", equalTo(List.of("TECHNICIAN")))
        .body("items[0].knownAt", equalTo(later.toString()));
    assertThat(company.eventsWith("jobs", customer, "io.familiarface.agreement.disengaged"))
        .anySatisfy(event -> assertThat(event.get("data").toString()).contains("RESCHEDULED"));
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(Company.ZONE).toLocalDate();
  }

  @Test
  void whoever_has_no_skills_on_record_is_not_refused_for_them() {
    company
        .assign(visit, sending(hired("\"branch\":\"north\""), "SICK", "THIS_VISIT"))
        .then()
        .statusCode(200);
  }

  private static String hired(String details) {
    return json("manager", "{\"name\":\"Somebody\",%s}".formatted(details))
        .post("/v1/technicians")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void refused(String technician, String type, String words) {
    company
        .assign(visit, sending(technician, "SICK", "THIS_VISIT"))
        .then()
        .statusCode(409)
        .body("type", containsString(type))
        .body("detail", containsString(words))
        .body("detail", containsString("override"));
  }

  @Test
  void without_feedback_the_impact_says_that_it_does_not_know() {
    company
        .assign(visit, sending(cleo, "SICK", "THIS_VISIT"))
        .then()
        .statusCode(200)
        .body("technicianId", equalTo(cleo))
        .body("plannedTechnicianId", equalTo(ben))
        .body("impact.available", equalTo(false))
        .body("impact.why", containsString("feedback-service"))
        .body("impact.probabilityAfter", nullValue());
  }

  @Test
  void for_this_once_the_next_visit_is_bens_again() {
    company.assign(visit, sending(cleo, "SICK", "THIS_VISIT")).then().statusCode(200);
    assertThat(technicians()).startsWith(cleo, ben, ben);
  }

  @Test
  void for_good_the_later_visits_are_the_newcomers() {
    company.assign(visit, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    assertThat(technicians()).containsOnly(cleo);
    as("csr").get("/v1/agreements/" + agreement).then().body("technicianId", equalTo(cleo));
    String second = company.visitsToCome(agreement).get(1);
    assertThat(company.visit(second).getString("plannedTechnicianId")).isEqualTo(cleo);
    assertThat(company.visit(visit).getString("plannedTechnicianId")).isEqualTo(ben);
  }

  @Test
  void a_hand_over_can_be_taken_back() {
    company.assign(visit, sending(cleo, "REASSIGNED", "FOR_GOOD")).then().statusCode(200);
    company.assign(visit, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    assertThat(technicians()).containsOnly(ben);
    assertThat(company.visit(visit).getString("changeReason")).isNull();
    as("csr").get("/v1/agreements/" + agreement).then().body("technicianId", equalTo(ben));
  }

  @Test
  void an_announced_hand_over_breaks_no_promise() {
    company
        .assign(
            visit,
            sending(cleo, "LEFT_COMPANY", "FOR_GOOD")
                .replace(
                    "}",
                    ",\"customerToldAt\":\"%s\",\"introducedAt\":\"%s\"}"
                        .formatted(Instant.now().minusSeconds(60), Instant.now().minusSeconds(30))))
        .then()
        .statusCode(200)
        .body("impact.promisesBroken", hasSize(0))
        .body("impact.alternatives.action", not(hasItem("TELL_AND_INTRODUCE_BEFOREHAND")));
  }

  @Test
  void announced_within_the_notice_period_it_breaks_it_all_the_same() {
    Instant soon = Instant.now().plus(5, ChronoUnit.HOURS);
    // The agreement starts later: a visit beside it, of one that has begun.
    String begun = company.monthlyAgreement(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(begun).get(1);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(soon))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    company
        .assign(
            visit,
            sending(cleo, "LEFT_COMPANY", "FOR_GOOD")
                .replace(
                    "}",
                    ",\"customerToldAt\":\"%1$s\",\"introducedAt\":\"%1$s\"}"
                        .formatted(Instant.now().minusSeconds(60))))
        .then()
        .statusCode(200)
        .body("impact.promisesBroken", hasSize(1));
  }

  @Test
  void whoever_takes_over_does_so_with_the_next_visit_where_somebody_stands_in_at_the_first() {
    company.assign(visit, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    String dana = company.technician("Dana");
    company.assign(visit, sending(dana, "SICK", "THIS_VISIT")).then().statusCode(200);
    assertThat(technicians()).startsWith(dana, cleo, cleo).doesNotContain(ben);
    String next = company.visitsToCome(agreement).get(1);
    assertThat(company.visit(next).getString("permanence")).isEqualTo("FOR_GOOD");
    assertThat(company.visit(next).getString("changeReason")).isEqualTo("LEFT_COMPANY");
    as("csr").get("/v1/agreements/" + agreement).then().body("technicianId", equalTo(cleo));
    as("csr")
        .get("/v1/notices?customerId=" + customer)
        .then()
        .body("items.visitId", containsInAnyOrder(visit, next))
        .body("items.find { it.visitId == '%s' }.technicianId".formatted(visit), equalTo(dana))
        .body("items.find { it.visitId == '%s' }.technicianId".formatted(next), equalTo(cleo));
    company.assign(next, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    assertThat(technicians()).startsWith(dana, ben, ben).doesNotContain(cleo);
  }

  @Test
  void asked_for_before_the_passed_hand_over_it_is_whoever_takes_over_who_comes() {
    company.assign(visit, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    company
        .assign(visit, sending(company.technician("Dana"), "SICK", "THIS_VISIT"))
        .then()
        .statusCode(200);
    String next = company.visitsToCome(agreement).get(1);
    String between =
        json(
                "manager",
                "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}"
                    .formatted(agreement, scheduledAt.plus(7, ChronoUnit.DAYS)))
            .post("/v1/visits")
            .then()
            .statusCode(201)
            .body("technicianId", equalTo(cleo))
            .body("permanence", equalTo("FOR_GOOD"))
            .extract()
            .path("id");
    assertThat(company.visit(next).getString("plannedTechnicianId")).isEqualTo(cleo);
    company.assign(between, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    assertThat(company.visit(next).getString("technicianId")).isEqualTo(ben);
  }

  @Test
  void missed_the_hand_over_is_with_the_next_visit() {
    String begun = company.monthlyAgreement(customer, ben, Company.today().minusDays(40));
    String missed = company.pastVisit(begun, Company.at(Company.today().minusDays(3), 10));
    company.assign(missed, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    json("csr", "{\"reason\":\"TECHNICIAN_DID_NOT_COME\"}")
        .post("/v1/visits/" + missed + "/missed")
        .then()
        .statusCode(201)
        .body("state", equalTo("MISSED"))
        .body("technicianId", equalTo(cleo));
    String next = company.visitsToCome(begun).get(0);
    assertThat(company.visit(next).getString("technicianId")).isEqualTo(cleo);
    assertThat(company.visit(next).getString("plannedTechnicianId")).isEqualTo(ben);
    assertThat(company.visit(next).getString("permanence")).isEqualTo("FOR_GOOD");
    as("csr").get("/v1/agreements/" + begun).then().body("technicianId", equalTo(cleo));
  }

  @Test
  void where_no_other_visit_is_planned_whoever_takes_over_does_so_with_the_first_that_will_be() {
    List<String> planned = company.visitsToCome(agreement);
    String last = planned.get(planned.size() - 1);
    company.assign(last, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    String dana = company.technician("Dana");
    company.assign(last, sending(dana, "SICK", "THIS_VISIT")).then().statusCode(200);
    as("csr")
        .get("/v1/agreements/" + agreement)
        .then()
        .body("technicianId", equalTo(ben))
        .body("nextTechnicianId", equalTo(cleo));
  }

  @Test
  void a_hand_over_that_is_moved_past_the_next_visit_leaves_that_to_the_usual_technician() {
    company.assign(visit, sending(cleo, "LEFT_COMPANY", "FOR_GOOD")).then().statusCode(200);
    List<String> planned = company.visitsToCome(agreement);
    Instant past = scheduledAt.plus(45, ChronoUnit.DAYS);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(past))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201)
        .body("technicianId", equalTo(cleo));
    assertThat(company.visit(planned.get(1)).getString("technicianId")).isEqualTo(ben);
    assertThat(company.visit(planned.get(2)).getString("technicianId")).isEqualTo(cleo);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(scheduledAt))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    assertThat(company.visit(planned.get(1)).getString("technicianId")).isEqualTo(cleo);
  }

  @Test
  void moved_to_when_the_usual_technician_is_back_the_stand_in_is_not_needed() {
    LocalDate day = scheduledAt.atZone(Company.ZONE).toLocalDate();
    away(ben, "SICK", day, day);
    company.assign(visit, sending(cleo, "SICK", "THIS_VISIT")).then().statusCode(200);
    json("csr", "{\"scheduledAt\":\"" + Company.at(day.plusDays(1), 10) + "\"}")
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201)
        .body("technicianId", equalTo(ben))
        .body("changeReason", nullValue());
  }

  @Test
  void outside_nobody_learns_who_was_sick() {
    company.assign(visit, sending(cleo, "SICK", "THIS_VISIT")).then().statusCode(200);
    assertThat(
            company
                .events("jobs", customer, found -> found.toString().contains("THIS_VISIT"))
                .toString())
        .contains("ABSENT")
        .doesNotContain("SICK");
  }

  @Test
  void somebody_absent_or_gone_is_not_sent() {
    LocalDate day = scheduledAt.atZone(Company.ZONE).toLocalDate();
    away(cleo, "OTHER", day, day);
    refused(sending(cleo, "SICK", "THIS_VISIT"), 409, "technician-absent");
    String gone = company.technician("Gone");
    json("manager", "{\"leftOn\":\"" + day.minusDays(1) + "\"}")
        .header("If-Match", etag("/v1/technicians/" + gone))
        .patch("/v1/technicians/" + gone)
        .then()
        .statusCode(200);
    refused(sending(gone, "SICK", "THIS_VISIT"), 422, "technician-has-left");
  }

  @Test
  void what_says_too_little_or_nothing_new_is_refused() {
    refused("{\"technicianId\":\"" + cleo + "\"}", 400, "invalid-request");
    refused("{\"technicianId\":\"" + cleo + "\",\"reason\":\"SICK\"}", 400, "invalid-request");
    refused("{\"technicianId\":\"" + ben + "\"}", 422, "already-assigned");
    refused("{}", 400, "invalid-request");
    refused(
        sending(java.util.UUID.randomUUID().toString(), "SICK", "THIS_VISIT"),
        422,
        "unknown-technician");
    refused(
        sending(cleo, "SICK", "THIS_VISIT")
            .replace(
                "}", ",\"customerTold\":false,\"customerToldAt\":\"%s\"}".formatted(Instant.now())),
        422,
        "contradiction");
  }

  @Test
  void a_plan_that_somebody_else_changed_is_looked_at_again() {
    String path = "/v1/visits/" + visit + "/assignment";
    String stale = etag("/v1/visits/" + visit);
    company.assign(visit, sending(cleo, "SICK", "THIS_VISIT")).then().statusCode(200);
    String other = sending(company.technician("Dan"), "SICK", "THIS_VISIT");
    json("csr", other).header("If-Match", stale).put(path).then().statusCode(412);
    json("csr", other).put(path).then().statusCode(428);
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(cleo);
  }

  private void refused(String body, int status, String slug) {
    company
        .assign(visit, body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", containsString(slug));
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
  }

  private List<Object> technicians() {
    return company.visits(agreement).stream().map(v -> v.get("technicianId")).toList();
  }

  private void away(String technician, String kind, LocalDate from, LocalDate until) {
    json("csr", "{\"kind\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(kind, from, until))
        .post("/v1/technicians/" + technician + "/absences")
        .then()
        .statusCode(201);
  }

  private static String sending(String technician, String reason, String permanence) {
    return "{\"technicianId\":\"%s\",\"reason\":\"%s\",\"permanence\":\"%s\"}"
        .formatted(technician, reason, permanence);
  }
}
