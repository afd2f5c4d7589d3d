package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Ben was to work on steps of projects as well. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannedStepsTest extends PlanFixture {
  @Inject Database database;
  @Inject DraftingPlan drafting;
  @Inject PlanProposals proposals;
  @Inject CompanyCalendar calendar;

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
    assertThat(solved(plan).getString("why")).contains("Steps of projects", "expected loss");
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
                      .solve(new PlanSolver(Duration.ofMinutes(1), 100), spent -> {}),
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
}
