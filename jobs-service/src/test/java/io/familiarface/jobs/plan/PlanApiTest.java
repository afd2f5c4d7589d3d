package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.plan.solver.PlanSolver;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
class PlanApiTest {
  @Inject Company company;
  @Inject Database database;
  @Inject DraftingPlan drafting;
  @Inject PlanProposals proposals;
  @Inject CompanyCalendar calendar;
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
    String far = company.visitsToCome(quarterly).get(1);
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
  void an_agreement_paused_without_an_end_gets_a_successor_who_comes_when_it_goes_on() {
    String paused = atRest();
    String pause = "/v1/agreements/" + paused + "/pause";
    LocalDate lastDay = day.minusDays(5);
    String plan = leaves(ben, lastDay);
    Map<String, Object> item =
        solved(plan).getMap("items.find{it.agreementId=='%s'}".formatted(paused));
    assertThat(item)
        .containsEntry("visitId", null)
        .containsEntry("id", paused)
        .containsEntry("proposal", "SEND");
    Object successor = item.get("technicianId");
    json("manager", "{\"itemIds\":[\"%s\"]}".formatted(paused))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"));
    as("csr")
        .get("/v1/agreements/" + paused)
        .then()
        .body("technicianId", equalTo(ben))
        .body("nextTechnicianId", equalTo(successor));
    assertThat(company.visitsToCome(paused)).isEmpty();
    // Nothing is left to hand over, and of whoever takes over there is.
    assertThat(solved(leaves(ben, lastDay.minusDays(1))).getList("items.agreementId"))
        .doesNotContain(paused);
    as("csr").header("If-Match", "*").delete(pause).then().statusCode(204);
    List<Map<String, Object>> visits = company.visits(paused);
    assertThat(visits).isNotEmpty();
    List<Map<String, Object>> after =
        visits.stream()
            .filter(visit -> "PLANNED".equals(visit.get("state")))
            .filter(
                visit ->
                    Instant.parse((String) visit.get("scheduledAt"))
                        .isAfter(Company.at(lastDay, 23)))
            .toList();
    assertThat(after).hasSizeGreaterThan(2);
    assertThat(after).allMatch(visit -> successor.equals(visit.get("technicianId")));
    assertThat(after.get(0)).containsEntry("permanence", "FOR_GOOD");
    assertThat(after.get(1)).containsEntry("permanence", null);
    as("csr")
        .get("/v1/notices?visitId=" + after.get(0).get("id"))
        .then()
        .body("items[0].changes[0]", equalTo("TECHNICIAN"));
    as("csr")
        .get("/v1/agreements/" + paused)
        .then()
        .body("technicianId", equalTo(successor))
        .body("nextTechnicianId", nullValue());
  }

  @Test
  void promises_count_and_choose_for_an_agreement_at_rest_as_well() {
    String kept = company.monthlyAgreement(company.promisedCustomer("Edith", cleo), ben, day);
    String broken = company.monthlyAgreement(dorothy, ben, day);
    for (String paused : List.of(kept, broken, agreement)) {
      pause(paused);
    }
    JsonPath plan = solved(leaves(ben, day.minusDays(5)));
    String item = "items.find{it.agreementId=='%s'}.";
    assertThat(plan.getString(item.formatted(kept) + "technicianId")).isEqualTo(cleo);
    assertThat(plan.getList(item.formatted(kept) + "promisesBroken")).isEmpty();
    assertThat(plan.getList(item.formatted(broken) + "promisesBroken")).hasSize(1);
    assertThat(plan.getInt("promisesBroken.plan")).isEqualTo(2);
    assertThat(plan.getInt("promisesBroken.nextFree")).isBetween(2, 3);
  }

  @Test
  void a_visit_that_is_asked_for_in_a_pause_is_made_by_whoever_takes_over() {
    String paused = atRest();
    String successor = successorAtRest(ben, day.plusDays(3), paused);
    assertThat(asked(paused, day.plusDays(2))).containsEntry("technicianId", ben);
    assertThat(asked(paused, day.plusDays(9)))
        .containsEntry("technicianId", successor)
        .containsEntry("plannedTechnicianId", ben)
        .containsEntry("permanence", "FOR_GOOD");
    assertThat(asked(paused, day.plusDays(10)))
        .containsEntry("technicianId", successor)
        .containsEntry("permanence", null);
    as("csr")
        .get("/v1/agreements/" + paused)
        .then()
        .body("technicianId", equalTo(successor))
        .body("nextTechnicianId", nullValue());
  }

  @Test
  void who_is_to_take_over_and_leaves_is_followed_though_the_next_visit_is_far() {
    String yearly = agreement("FREQ=YEARLY", Company.today().plusDays(200));
    pause(yearly);
    String first = successorAtRest(ben, day.plusDays(3), yearly);
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + yearly + "/pause")
        .then()
        .statusCode(204);
    assertThat(company.visitsToCome(yearly)).isEmpty();
    String plan = leaves(first, day.plusDays(20));
    String next =
        solved(plan).getString("items.find{it.agreementId=='%s'}.visitId".formatted(yearly));
    json("manager", "{\"visitIds\":[\"%s\"]}".formatted(next))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200);
    assertThat(company.visitsToCome(yearly)).startsWith(next);
    assertThat(company.visit(next).getString("technicianId")).isNotIn(ben, first);
    assertThat(company.visit(next).getString("permanence")).isEqualTo("FOR_GOOD");
  }

  @Test
  void who_leaves_since_the_plan_was_made_takes_over_nothing() {
    String paused = atRest();
    String plan = leaves(ben, day.minusDays(5));
    String successor = "items.find{it.agreementId=='%s'}.technicianId".formatted(paused);
    String proposed = solved(plan).getString(successor);
    leaves(proposed, day.plusDays(20));
    String choice = "{\"itemIds\":[\"%s\"]}".formatted(paused);
    json("manager", choice)
        .post(plan + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-stale"));
    as("csr").post(plan + "/renewal").then().statusCode(202);
    assertThat(solved(plan).getString(successor)).isNotIn(ben, proposed);
    json("manager", choice).post(plan + "/acceptance").then().statusCode(200);
  }

  @Test
  void a_visit_planned_before_the_one_that_hands_over_does_so_in_its_place() {
    String paused = atRest();
    String successor = successorAtRest(ben, day.plusDays(3), paused);
    Object later = asked(paused, day.plusDays(26)).get("id");
    Map<String, Object> handOver = asked(paused, day.plusDays(11));
    assertThat(handOver)
        .containsEntry("technicianId", successor)
        .containsEntry("plannedTechnicianId", ben)
        .containsEntry("permanence", "FOR_GOOD");
    as("csr")
        .get("/v1/visits/" + later)
        .then()
        .body("technicianId", equalTo(successor))
        .body("plannedTechnicianId", equalTo(successor))
        .body("permanence", nullValue());
    assertThat(asked(paused, day.plusDays(2))).containsEntry("technicianId", ben);
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + paused + "/pause")
        .then()
        .statusCode(204);
    List<Map<String, Object>> visits =
        company.visits(paused).stream()
            .filter(one -> "PLANNED".equals(one.get("state")))
            .filter(one -> at((String) one.get("id")).isAfter(Company.at(day.plusDays(3), 23)))
            .toList();
    assertThat(visits)
        .hasSizeGreaterThan(3)
        .allMatch(one -> successor.equals(one.get("technicianId")))
        .filteredOn(one -> "FOR_GOOD".equals(one.get("permanence")))
        .extracting(one -> one.get("id"))
        .containsExactly(visits.get(0).get("id"))
        .doesNotContain(handOver.get("id"));
  }

  @Test
  void a_hand_over_that_the_rule_made_goes_with_the_rule() {
    String paused = atRest();
    String path = "/v1/agreements/" + paused;
    String successor = successorAtRest(ben, day.minusDays(5), paused);
    as("csr").header("If-Match", "*").delete(path + "/pause").then().statusCode(204);
    assertThat(company.visitsToCome(paused)).isNotEmpty();
    pause(paused);
    assertThat(company.visitsToCome(paused)).isEmpty();
    as("csr")
        .get(path)
        .then()
        .body("technicianId", equalTo(ben))
        .body("nextTechnicianId", equalTo(successor));
    as("csr").header("If-Match", "*").delete(path + "/pause").then().statusCode(204);
    int planned = company.visitsToCome(paused).size();
    json("manager", "{\"visitAt\":\"11:00\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    List<String> visits = company.visitsToCome(paused);
    assertThat(visits).hasSize(planned);
    for (String one : visits) {
      JsonPath read = company.visit(one);
      assertThat(Instant.parse(read.getString("scheduledAt")).atZone(Company.ZONE).getHour())
          .isEqualTo(11);
      assertThat(read.getString("technicianId")).isEqualTo(successor);
      assertThat(read.getString("permanence"))
          .isEqualTo(one.equals(visits.get(0)) ? "FOR_GOOD" : null);
    }
  }

  @Test
  void whoever_follows_somebody_who_never_came_comes_since_they_were_to() {
    String paused = atRest();
    String first = successorAtRest(ben, day.minusDays(5), paused);
    String second = successorAtRest(first, day.plusDays(20), paused);
    assertThat(second).isNotIn(ben, first);
    assertThat(asked(paused, day.plusDays(12))).containsEntry("technicianId", second);
  }

  @Test
  void a_visit_before_the_pause_hands_over_what_comes_after_it_as_well() {
    String path = "/v1/agreements/" + agreement;
    json("csr", "{\"from\":\"%s\"}".formatted(day.plusDays(2)))
        .post(path + "/pause")
        .then()
        .statusCode(201);
    assertThat(solved(leaves(ben, day.minusDays(1))).getList("items.visitId"))
        .containsExactly(visit);
  }

  private String atRest() {
    String paused = agreement("FREQ=WEEKLY", day);
    pause(paused);
    return paused;
  }

  private static void pause(String agreement) {
    json("csr", "{\"from\":\"%s\"}".formatted(Company.today().plusDays(1)))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
  }

  private static String successorAtRest(String leaver, LocalDate lastDay, String paused) {
    String plan = leaves(leaver, lastDay);
    solved(plan);
    return json("manager", "{\"itemIds\":[\"%s\"]}".formatted(paused))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find{it.agreementId=='%s'}.technicianId".formatted(paused));
  }

  private static Map<String, Object> asked(String agreement, LocalDate on) {
    return json(
            "manager",
            "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}"
                .formatted(agreement, Company.at(on, 5)))
        .post("/v1/visits")
        .then()
        .statusCode(201)
        .extract()
        .path("");
  }

  @Test
  void steps_of_projects_are_listed_with_whom_to_send_and_are_decided_one_by_one() {
    String project = project();
    step(project, ben, day, day.plusDays(1));
    step(project, ben, day.plusDays(2), day.plusDays(2));
    step(project, ben, day.plusDays(30), day.plusDays(30));
    json("csr", "{\"with\":\"Dorothy\"}")
        .post("/v1/projects/" + project + "/walk-through")
        .then()
        .statusCode(201);
    company.technician("Dana");
    String busy = project();
    step(busy, cleo, day.plusDays(1), day.plusDays(1));
    String plan = linked(away(ben, day, day.plusDays(3)));
    JsonPath made = solved(plan);
    String step = "items.find{it.step==%d}";
    assertThat(made.getList("items")).hasSize(3);
    assertThat(made.getString("items[0].visitId")).isEqualTo(visit);
    for (int number : new int[] {1, 2}) {
      Map<String, Object> item = made.getMap(step.formatted(number));
      assertThat(item)
          .containsEntry("projectId", project)
          .containsEntry("stepTitle", "Drying")
          .containsEntry("visitId", null)
          .containsEntry("proposal", "SEND");
      assertThat(item.get("technicianId")).isNotEqualTo(ben);
    }
    assertThat(made.getString(step.formatted(1) + ".technicianId")).isNotEqualTo(cleo);
    String chosen = made.getString(step.formatted(1) + ".technicianId");
    json("csr", "{\"itemIds\":[\"%s\"]}".formatted(made.getString(step.formatted(1) + ".id")))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body(step.formatted(1) + ".decision", equalTo("ACCEPTED"))
        .body(step.formatted(2) + ".decision", nullValue());
    as("csr")
        .get("/v1/projects/" + project)
        .then()
        .body("surprises", equalTo(1))
        .body("steps.find{it.number==1}.technicianId", equalTo(chosen))
        .body("steps.find{it.number==2}.technicianId", equalTo(ben));
    json("csr", "{\"technicianId\":null}")
        .header("If-Match", "*")
        .patch("/v1/projects/" + project + "/steps/2")
        .then()
        .statusCode(200);
    as("csr").get(plan).then().body("state", equalTo("STALE"));
  }

  @Test
  void all_visit_ids_as_they_are_shown_are_all_items_and_visits_alone_leave_the_rest() {
    String project = project();
    step(project, ben, day, day);
    String plan = linked(away(ben, day, day));
    assertThat(solved(plan).getList("items.visitId")).containsExactly(visit, null);
    json("csr", "{\"visitIds\":[null]}")
        .post(plan + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("items.decision", contains(null, "REFUSED"));
    json("csr", "{\"visitIds\":[null]}").post(plan + "/acceptance").then().statusCode(400);
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(visit))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("items.decision", contains("ACCEPTED", "REFUSED"));
    String later = company.visitsToCome(agreement).get(1);
    LocalDate then = LocalDate.ofInstant(at(later), Company.ZONE);
    step(project(), ben, then, then);
    String both = linked(away(ben, then, then));
    solved(both);
    json("csr", "{\"visitIds\":[\"%s\",null]}".formatted(later))
        .post(both + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"));
  }

  private Instant at(String visit) {
    return Instant.parse(company.visit(visit).getString("scheduledAt"));
  }

  @Test
  void each_step_of_a_project_that_a_plan_changes_raises_its_revision() {
    String project = project();
    step(project, ben, day, day);
    step(project, ben, day.plusDays(1), day.plusDays(1));
    String plan = linked(away(ben, day, day.plusDays(1)));
    solved(plan);
    json("csr", "{\"visitIds\":[null]}").post(plan + "/acceptance").then().statusCode(200);
    List<Map<String, Object>> told =
        company.events("jobs", dorothy, found -> revisions(found, project).size() == 4);
    assertThat(revisions(told, project)).containsExactly(1, 2, 3, 4);
  }

  private static List<Object> revisions(List<Map<String, Object>> events, String project) {
    return events.stream()
        .map(PublishedEvents::data)
        .filter(data -> project.equals(data.get("projectId")))
        .map(data -> data.get("revision"))
        .toList();
  }

  private String project() {
    return json("csr", "{\"customerId\":\"%s\",\"title\":\"Cellar\"}".formatted(dorothy))
        .post("/v1/projects")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String project, String technician, LocalDate from, LocalDate to) {
    json(
            "csr",
            """
            {"title":"Drying","startsOn":"%s","endsOn":"%s","technicianId":"%s"}\
            """
                .formatted(from, to, technician))
        .post("/v1/projects/" + project + "/steps")
        .then()
        .statusCode(201);
  }

  @Test
  void a_customer_who_is_merged_while_a_plan_is_made_is_the_survivor_in_it() {
    String plan = linked(away(ben, day.minusDays(9), day.minusDays(8)));
    assertThat(solved(plan).getList("items")).isEmpty();
    UUID id = UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1));
    PlanCause cause =
        new PlanCause(id, PlanKind.ABSENCE, UUID.fromString(ben), day, day, ChangeReason.VACATION);
    step(project(), ben, day, day);
    String twin = company.customer("Twin");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database
                  .sql("update plan set state = 'SOLVING' where id = :id")
                  .bind("id", id)
                  .update();
              PlanDraft draft = drafting.draft(cause);
              QuarkusTransaction.requiringNew().run(() -> merged(dorothy, twin));
              proposals.propose(
                  new SolvingPlan(draft, Map.of(), calendar)
                      .solve(new PlanSolver(Duration.ofSeconds(1), 100), spent -> {}),
                  null);
            });
    as("csr")
        .get(plan)
        .then()
        .body("items", hasSize(2))
        .body("items.customerId", everyItem(equalTo(twin)));
  }

  private void merged(String from, String into) {
    company.hear(
        "customers",
        "io.familiarface.customer.merged",
        from,
        """
        {"from":"%s","externalId":null,"into":"%s","at":"2025-06-01T09:00:00Z"}\
        """
            .formatted(from, into));
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

  private String agreement(String recurrence, LocalDate startsOn) {
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

  private static String leaves(String technician, LocalDate lastDay) {
    return path(
        json("manager", "{\"lastDayOn\":\"%s\"}".formatted(lastDay))
            .post("/v1/technicians/" + technician + "/departure")
            .header("Location"));
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
    as("csr").get("/v1/technicians/" + hired).then().body("leftOn", nullValue());
  }

  private static Response away(String technician, LocalDate from, LocalDate to) {
    return json("csr", "{\"kind\":\"VACATION\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
        .post("/v1/technicians/" + technician + "/absences");
  }

  private static String linked(Response recorded) {
    String link = recorded.header("Link");
    return path(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
  }

  private static String path(String address) {
    return address.substring(address.indexOf("/v1/"));
  }

  /** The plan, once it has been made. */
  private static JsonPath solved(String plan) {
    JsonPath read = as("csr").get(plan).then().statusCode(200).extract().jsonPath();
    while ("SOLVING".equals(read.getString("state"))) {
      Thread.onSpinWait();
      read = as("csr").get(plan).then().statusCode(200).extract().jsonPath();
    }
    return read;
  }
}
