package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanApiTest extends PlanFixture {
  @Test
  void an_absence_links_to_a_plan_that_moves_a_promised_visit_to_when_ben_is_back() {
    Response recorded = away(ben, day, day.plusDays(1));
    recorded.then().statusCode(201).header("Link", containsString("rel=\"plan\""));
    String plan = linked(recorded);
    JsonPath proposed = solved(plan);
    assertThat(proposed.getString("state")).isEqualTo("PROPOSED");
    assertThat(proposed.getFloat("progress")).isEqualTo(1f);
    assertThat(proposed.getList("items")).hasSize(1);
    assertThat(proposed.getString("items[0].visitId")).isEqualTo(visit);
    assertThat(proposed.getString("items[0].proposal")).isEqualTo("MOVE");
    assertThat(proposed.getString("items[0].technicianId")).isEqualTo(ben);
    assertThat(proposed.getInt("promisesBroken.nextFree")).isEqualTo(1);
    assertThat(proposed.getInt("promisesBroken.plan")).isZero();
    assertThat(proposed.getString("why")).contains("feedback-service");
    String then = proposed.getString("items[0].scheduledAt");

    json("csr", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("items[0].decision", equalTo("ACCEPTED"));
    assertThat(company.visit(visit).getString("scheduledAt")).isEqualTo(then);
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].changes[0]", equalTo("TIME"));
    json("csr", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-decided"));
  }

  @Test
  void whoever_is_away_from_today_on_is_not_sent_to_what_was_to_be_done_at_some_time_today() {
    LocalDate today = Company.today();
    Instant begun = today.atStartOfDay(Company.ZONE).toInstant();
    company.isPlannedFor(visit, begun, false);
    assertThat(solved(linked(away(ben, today, today))).getList("items.visitId"))
        .containsExactly(visit);
    assertThat(needSubstitute()).containsExactly(visit);
    company.isPlannedFor(visit, begun, true);
    assertThat(needSubstitute()).isEmpty();
    company.isPlannedFor(visit, begun, false);
    json("csr", "{}").post("/v1/visits/" + visit + "/arrival").then().statusCode(201);
    assertThat(needSubstitute()).isEmpty();
  }

  private List<String> needSubstitute() {
    return as("csr").get("/v1/visits?needsSubstitute=true&technicianId=" + ben).path("items.id");
  }

  @Test
  void plans_are_found_by_who_is_away_and_by_how_far_they_are() {
    String accepted = linked(away(ben, day, day));
    solved(accepted);
    json("csr", "{}").post(accepted + "/acceptance").then().statusCode(200);
    String proposed = linked(away(ben, day.plusDays(20), day.plusDays(60)));
    solved(proposed);
    String list = "/v1/plans?technicianId=" + ben;
    as("csr")
        .get(list)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].id", equalTo(proposed.substring("/v1/plans/".length())))
        .body("items[0].state", equalTo("PROPOSED"))
        .body("items[0].technicianName", equalTo("Ben"))
        .body("items[0].from", equalTo(day.plusDays(20).toString()))
        .body("items[1].state", equalTo("ACCEPTED"))
        .body("items[1].visits", equalTo(1))
        .body("items[1].undecided", equalTo(0));
    String cursor = as("csr").get(list + "&limit=1").path("nextCursor");
    as("csr")
        .get(list + "&limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("ACCEPTED"))
        .body("nextCursor", nullValue());
    as("csr").get(list + "&state=ACCEPTED").then().body("items", hasSize(1));
    as("csr").get(list + "&state=REFUSED").then().body("items", hasSize(0));
    as("csr").get("/v1/plans?state=DONE").then().statusCode(400);
  }

  @Test
  void a_plan_whose_visits_have_changed_is_stale_and_does_nothing() {
    String plan = linked(away(ben, day, day));
    solved(plan);
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(cleo))
        .then()
        .statusCode(200);
    as("csr").get(plan).then().body("state", equalTo("STALE")).body("why", notNullValue());
    json("csr", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(cleo);
  }

  @Test
  void a_stale_plan_is_made_anew_by_the_visits_as_they_are_and_keeps_what_was_carried_out() {
    String second = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day, day));
    solved(plan);
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(second))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    as("csr")
        .get(plan)
        .then()
        .body("state", equalTo("STALE"))
        .body("why", containsString("renewal"));
    as("csr")
        .post(plan + "/renewal")
        .then()
        .statusCode(202)
        .header("Location", containsString(plan));
    JsonPath renewed = solved(plan);
    assertThat(renewed.getString("state")).isEqualTo("PROPOSED");
    assertThat(renewed.getList("items.visitId")).containsExactly(second, visit);
    assertThat(renewed.getList("items.decision")).containsExactly("ACCEPTED", null);
    json("csr", "{}").post(plan + "/acceptance").then().statusCode(200);
    as("csr")
        .post(plan + "/renewal")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-decided"));
  }

  @Test
  void what_was_refused_is_not_proposed_again_until_its_visit_changes() {
    String second = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day, day));
    solved(plan);
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(second))
        .post(plan + "/refusal")
        .then()
        .statusCode(200);
    as("csr").post(plan + "/renewal").then().statusCode(202);
    JsonPath renewed = solved(plan);
    assertThat(renewed.getList("items.visitId")).containsExactly(second, visit);
    assertThat(renewed.getList("items.decision")).containsExactly("REFUSED", null);
    json("csr", "{}").post("/v1/visits/" + second + "/told").then().statusCode(201);
    as("csr").post(plan + "/renewal").then().statusCode(202);
    renewed = solved(plan);
    assertThat(renewed.getList("items.visitId")).containsExactlyInAnyOrder(second, visit);
    assertThat(renewed.getList("items.decision")).containsOnlyNulls();
  }

  @Test
  void a_last_day_that_comes_nearer_hands_over_what_is_due_before_the_visit_of_the_first_plan() {
    String quarterly = agreement("FREQ=MONTHLY;INTERVAL=3", day);
    solved(leaves(ben, Company.today().plusDays(150)));
    String far = company.visitsToCome(quarterly).get(2);
    List<String> items = solved(leaves(ben, day.plusDays(1))).getList("items.visitId");
    assertThat(items).contains(company.visitsToCome(quarterly).get(1)).doesNotContain(far);
  }

  @Test
  void of_a_plan_one_visit_can_be_taken_and_the_rest_refused() {
    String second = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day, day));
    solved(plan);
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(second))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(second), equalTo("ACCEPTED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(visit), nullValue());
    Object before = company.visit(visit).get();
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(UUID.randomUUID()))
        .post(plan + "/acceptance")
        .then()
        .statusCode(400);
    json("csr", "{}")
        .post(plan + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(visit), equalTo("REFUSED"));
    assertThat((Object) company.visit(visit).get()).isEqualTo(before);
  }

  @Test
  void nobody_is_sent_to_two_visits_at_once() {
    String other = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day.minusDays(15), day.plusDays(15)));
    List<String> sent = solved(plan).getList("items.findAll{it.proposal=='SEND'}.technicianId");
    assertThat(sent).doesNotHaveDuplicates().doesNotContain(ben);
    assertThat(other).isNotEqualTo(visit);
  }

  @Test
  void to_a_visit_of_which_nobody_said_the_time_whoever_is_elsewhere_then_can_be_sent() {
    company.wasAt(dorothy, cleo);
    String untimed = company.visitsToCome(company.agreementWithoutTime(dorothy, ben, day)).get(0);
    String elsewhere =
        company
            .visitsToCome(company.monthlyAgreement(company.customer("Harold"), cleo, day))
            .get(0);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Company.at(day, 9)))
        .post("/v1/visits/" + elsewhere + "/reschedule")
        .then()
        .statusCode(201);
    JsonPath proposed = solved(linked(away(ben, day.minusDays(15), day.plusDays(15))));
    assertThat(proposed.getString("items.find{it.visitId=='%s'}.technicianId".formatted(untimed)))
        .isEqualTo(cleo);
  }

  @Test
  void who_leaves_has_a_successor_proposed_for_each_customer_and_a_visit_together() {
    company.wasAt(dorothy, cleo);
    LocalDate lastDay = day.plusDays(3);
    Response accepted =
        json("manager", "{\"lastDayOn\":\"%s\"}".formatted(lastDay))
            .post("/v1/technicians/" + ben + "/departure");
    accepted.then().statusCode(202).body("kind", equalTo("DEPARTURE"));
    String plan = path(accepted.header("Location"));
    as("csr").get("/v1/technicians/" + ben).then().body("leftOn", equalTo(lastDay.toString()));
    JsonPath proposed = solved(plan);
    assertThat(proposed.getList("items")).hasSize(1);
    assertThat(proposed.getString("items[0].proposal")).isEqualTo("SEND");
    assertThat(proposed.getString("items[0].technicianId")).isEqualTo(cleo);
    assertThat(proposed.getString("items[0].jointVisitId")).isEqualTo(visit);
    // Told of and introduced, it ends the promise that Ben comes, and breaks none.
    assertThat(proposed.getList("items[0].promisesBroken")).isEmpty();
    assertThat(proposed.getInt("promisesBroken.plan")).isZero();
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
    as("csr").get("/v1/agreements/" + agreement).then().body("technicianId", equalTo(cleo));
    String handOver = company.visitsToCome(agreement).get(1);
    as("csr")
        .get("/v1/notices?visitId=" + handOver)
        .then()
        .body("items", hasSize(1))
        .body("items[0].introduceAtVisitId", equalTo(visit));
    as("csr")
        .get("/v1/introductions?visitId=" + handOver)
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].leaverId", equalTo(ben))
        .body("items[0].successorId", equalTo(cleo));
    assertThat(company.visit(handOver).getString("introducedAt")).isNull();
  }

  @Test
  void who_is_to_leave_as_well_is_no_successor() {
    company.wasAt(dorothy, cleo);
    company.technician("Dana");
    String plan = leaves(ben, day.plusDays(3));
    assertThat(solved(plan).getString("items[0].technicianId")).isEqualTo(cleo);
    leaves(cleo, day.plusYears(1));
    json("manager", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    as("csr").post(plan + "/renewal").then().statusCode(202);
    assertThat(solved(plan).getString("items[0].technicianId")).isNotIn(ben, cleo).isNotNull();
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
  }

  @Test
  void a_successor_who_leaves_before_the_hand_over_is_followed_by_somebody_else() {
    company.wasAt(dorothy, cleo);
    String plan = leaves(ben, day.plusDays(3));
    solved(plan);
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
    company.technician("Dana");
    List<String> visits = company.visitsToCome(agreement);
    String again = leaves(cleo, day.plusDays(4));
    JsonPath proposed = solved(again);
    // The visits after the hand-over follow by themselves.
    assertThat(proposed.getList("items.visitId")).containsExactly(visits.get(1));
    json("manager", "{}").post(again + "/acceptance").then().statusCode(200);
    String successor = proposed.getString("items[0].technicianId");
    assertThat(successor).isNotIn(ben, cleo);
    as("csr").get("/v1/agreements/" + agreement).then().body("technicianId", equalTo(successor));
    assertThat(company.visit(visits.get(1)).getString("permanence")).isEqualTo("FOR_GOOD");
    assertThat(company.visit(visits.get(2)).getString("technicianId")).isEqualTo(successor);
  }

  @Test
  void a_successor_who_is_away_at_first_takes_over_later_and_the_plan_is_carried_out_whole() {
    List<String> visits = company.visitsToCome(agreement);
    company.assign(visits.get(1), forGood(cleo)).then().statusCode(200);
    leaves(ben, day.plusDays(3));
    // So long that no visit can be moved out of it.
    LocalDate second = at(visits.get(2)).atZone(Company.ZONE).toLocalDate();
    String plan = linked(away(cleo, Company.today(), second.plusDays(25)));
    solved(plan);
    json("manager", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"));
    assertThat(company.visit(visits.get(1)).getString("technicianId")).isNotIn(ben, cleo);
    assertThat(company.visit(visits.get(2)).getString("technicianId")).isNotIn(ben, cleo);
    // No visit after these is planned yet.
    as("csr").get("/v1/agreements/" + agreement).then().body("nextTechnicianId", equalTo(cleo));
  }

  private static String forGood(String technician) {
    return "{\"technicianId\":\"%s\",\"reason\":\"LEFT_COMPANY\",\"permanence\":\"FOR_GOOD\"}"
        .formatted(technician);
  }

  @Test
  void a_plan_whose_visit_together_has_moved_is_stale() {
    company.wasAt(dorothy, cleo);
    String plan = leaves(ben, day.plusDays(3));
    assertThat(solved(plan).getString("items[0].jointVisitId")).isEqualTo(visit);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Company.at(day, 14)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    as("csr").get(plan).then().body("state", equalTo("STALE"));
    as("csr").post(plan + "/renewal").then().statusCode(202);
    assertThat(solved(plan).getString("items[0].jointAt"))
        .isEqualTo(Company.at(day, 14).toString());
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
    as("csr")
        .get("/v1/introductions?technicianId=" + cleo)
        .then()
        .body("items[0].scheduledAt", equalTo(Company.at(day, 14).toString()));
  }

  @Test
  void whose_next_visit_is_far_or_a_stand_in_makes_it_is_handed_over_as_well() {
    // Cleo is elsewhere then, and who is free beside them depends on the other tests.
    company.technician("Dana");
    String yearly = agreement("FREQ=YEARLY", Company.today().plusDays(200));
    String quarterly = agreement("FREQ=MONTHLY;INTERVAL=3", day);
    String paused = agreement("FREQ=WEEKLY", day);
    json(
            "csr",
            "{\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(Company.today().plusDays(1), Company.today().plusDays(150)))
        .post("/v1/agreements/" + paused + "/pause")
        .then()
        .statusCode(201);
    String once = company.visitsToCome(quarterly).get(0);
    company
        .assign(
            once,
            "{\"technicianId\":\"%s\",\"reason\":\"OTHER\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(cleo))
        .then()
        .statusCode(200);
    assertThat(company.visitsToCome(yearly)).isEmpty();
    assertThat(company.visitsToCome(paused)).isEmpty();
    String plan = leaves(ben, day.minusDays(1));
    List<String> touched = solved(plan).getList("items.visitId");
    assertThat(touched)
        .hasSize(4)
        .contains(
            visit,
            company.visitsToCome(yearly).get(0),
            company.visitsToCome(quarterly).get(1),
            company.visitsToCome(paused).get(0));
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
    for (String one : List.of(agreement, yearly, quarterly, paused)) {
      assertThat(as("csr").get("/v1/agreements/" + one).<String>path("technicianId"))
          .isNotEqualTo(ben);
    }
    assertThat(company.visit(once).getString("technicianId")).isEqualTo(cleo);
  }

  @Test
  void beyond_what_is_planned_they_meet_at_the_last_visit_that_the_rule_has_before() {
    LocalDate lastDay = Company.today().plusDays(200);
    List<String> planned = company.visitsToCome(agreement);
    JsonPath plan = solved(leaves(ben, lastDay));
    String joint = plan.getString("items[0].jointVisitId");
    assertThat(plan.getList("items")).hasSize(1);
    assertThat(joint).isNotIn(planned);
    assertThat(at(joint))
        .isAfter(Company.at(lastDay.minusDays(31), 0))
        .isBefore(Company.at(lastDay.plusDays(1), 0))
        .isEqualTo(Instant.parse(plan.getString("items[0].jointAt")));
    assertThat(company.visit(joint).getString("technicianId")).isEqualTo(ben);
    String sooner = leaves(ben, lastDay.minusDays(1));
    assertThat(solved(sooner).getList("items")).hasSize(1);
    assertThat(company.visitsToCome(agreement)).hasSizeLessThanOrEqualTo(planned.size() + 4);
  }

  @Test
  void before_the_hand_over_whoever_leaves_still_comes() {
    String plan = leaves(ben, Company.today().plusDays(120));
    assertThat(solved(plan).getList("items")).hasSize(1);
    json("manager", "{}").post(plan + "/acceptance").then().statusCode(200);
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"visitAt\":\"11:00\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(company.visit(company.visitsToCome(agreement).get(0)).getString("technicianId"))
        .isEqualTo(ben);
  }

  @Test
  void a_last_day_that_is_patched_links_to_a_plan_and_taken_back_leaves_nothing_to_carry_out() {
    String path = "/v1/technicians/" + ben;
    String plan = linked(lastDay(day.minusDays(1)));
    assertThat(solved(plan).getList("items.visitId")).containsExactly(visit);
    String other = linked(lastDay(day.minusDays(2)));
    assertThat(solved(other).getString("state")).isEqualTo("PROPOSED");
    as("csr").get(plan).then().body("state", equalTo("STALE"));
    assertThat(lastDay(null).header("Link")).isNull();
    as("csr").get(other).then().body("state", equalTo("STALE"));
    json("manager", "{}")
        .post(other + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    as("csr")
        .post(other + "/renewal")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    as("csr").get(path).then().body("leftOn", nullValue());
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
  }

  @Test
  void whose_licence_ends_before_the_visit_is_not_proposed() {
    company.wasAt(dorothy, cleo);
    String path = "/v1/technicians/" + cleo;
    json(
            "manager",
            "{\"certificates\":[{\"name\":\"Applicator\",\"skill\":\"rodents\",\"expiresOn\":\"%s\"}]}"
                .formatted(day.minusDays(7)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    company.technician("Dana");
    String plan = linked(away(ben, day.minusDays(15), day.plusDays(15)));
    JsonPath proposed = solved(plan);
    assertThat(proposed.getString("items[0].proposal")).isEqualTo("SEND");
    assertThat(proposed.getString("items[0].technicianId")).isNotEqualTo(cleo);
    json("csr", "{}").post(plan + "/acceptance").then().statusCode(200);
  }

  @Test
  void a_plan_without_visits_is_decided_and_those_that_wait_are_listed() {
    String list = "/v1/plans?waiting=true&technicianId=" + ben;
    String empty = linked(away(ben, day.minusDays(9), day.minusDays(8)));
    assertThat(solved(empty).getString("state")).isEqualTo("ACCEPTED");
    as("csr").get(list).then().body("items", hasSize(0));
    String open = linked(away(ben, day, day));
    solved(open);
    as("csr").get(list).then().body("items", hasSize(1)).body("items[0].undecided", equalTo(1));
    as("csr").post(empty + "/renewal").then().statusCode(202);
    assertThat(solved(empty).getString("state")).isEqualTo("ACCEPTED");
  }

  private Response lastDay(LocalDate day) {
    Response changed =
        json("manager", "{\"leftOn\":%s}".formatted(day == null ? null : "\"" + day + "\""))
            .header("If-Match", etag("/v1/technicians/" + ben))
            .patch("/v1/technicians/" + ben);
    changed.then().statusCode(200);
    return changed;
  }

  @Test
  void an_absence_that_is_deleted_leaves_no_plan_to_carry_out() {
    Response recorded = away(ben, day, day);
    String plan = linked(recorded);
    solved(plan);
    as("csr")
        .header("If-Match", "*")
        .delete(path(recorded.header("Location")))
        .then()
        .statusCode(204);
    as("csr").get(plan).then().body("state", equalTo("STALE"));
    as("csr")
        .post(plan + "/renewal")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    as("csr").post("/v1/plans/" + UUID.randomUUID() + "/renewal").then().statusCode(404);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    as("csr").get("/v1/plans/" + UUID.randomUUID()).then().statusCode(404);
    json("manager", "{}").post("/v1/technicians/" + ben + "/departure").then().statusCode(400);
    json("manager", "{\"lastDayOn\":\"2027-01-31\"}")
        .post("/v1/technicians/" + UUID.randomUUID() + "/departure")
        .then()
        .statusCode(404);
    String hired =
        json("manager", "{\"name\":\"New\",\"hiredOn\":\"2027-01-04\"}")
            .post("/v1/technicians")
            .path("id");
    json("manager", "{\"lastDayOn\":\"2027-01-03\"}")
        .post("/v1/technicians/" + hired + "/departure")
        .then()
        .statusCode(422)
        .body("type", containsString("contradiction"));
    json("manager", "{\"lastDayOn\":\"9999-12-31\"}")
        .post("/v1/technicians/" + hired + "/departure")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/lastDayOn"));
    as("csr").get("/v1/technicians/" + hired).then().body("leftOn", nullValue());
    Response forEver = lastDay(LocalDate.of(9999, 12, 31));
    assertThat(forEver.header("Link")).isNull();
  }
}
