package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who leaves is followed by somebody whom the customer gets to know before. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeparturePlanTest extends PlanFixture {
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
  void a_last_day_that_comes_nearer_hands_over_what_is_due_before_the_visit_of_the_first_plan() {
    String quarterly = agreement("FREQ=MONTHLY;INTERVAL=3", day);
    solved(leaves(ben, Company.today().plusDays(150)));
    String far = company.visitsToCome(quarterly).get(2);
    List<String> items = solved(leaves(ben, day.plusDays(1))).getList("items.visitId");
    assertThat(items).contains(company.visitsToCome(quarterly).get(1)).doesNotContain(far);
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
}
