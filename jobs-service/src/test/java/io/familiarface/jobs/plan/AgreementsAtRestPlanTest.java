package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nobody comes until the customer says so, and Ben, who was to, leaves. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementsAtRestPlanTest extends PlanFixture {
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
    assertThat(plan.<Object>get("expectedLoss")).isNull();
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
  void one_that_is_over_by_now_is_at_rest_no_more() {
    String paused = agreement("FREQ=WEEKLY", Company.today().minusDays(30));
    pause(paused);
    String plan = leaves(ben, day.minusDays(5));
    assertThat(solved(plan).getList("items.agreementId")).contains(paused);
    String path = "/v1/agreements/" + paused;
    json(
            "manager",
            "{\"recurrence\":\"FREQ=WEEKLY;UNTIL=%s\"}"
                .formatted(Company.today().minusDays(1).toString().replace("-", "")))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    as("csr").get(plan).then().body("state", equalTo("STALE"));
    as("csr").post(plan + "/renewal").then().statusCode(202);
    assertThat(solved(plan).getList("items.agreementId"))
        .contains(agreement)
        .doesNotContain(paused);
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
}
