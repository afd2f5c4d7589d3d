package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A plan of which something has changed does nothing, and can be made anew. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StalePlanTest extends PlanFixture {
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
}
