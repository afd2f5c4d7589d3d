package io.familiarface.feedback.insight;

import static io.familiarface.feedback.insight.InsightApi.asked;
import static io.familiarface.feedback.insight.InsightApi.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class CausesInsightTest extends OneCompany {
  @Test
  void a_technician_of_whom_many_complain_stands_out() {
    works(Stories.ALAN.id(), "north", 300, 3);
    works(Stories.BEN.id(), "south", 100, 25);
    JsonPath causes = asked("causes").statusCode(200).extract().jsonPath();
    assertThat(causes.getInt("jobs")).isEqualTo(400);
    assertThat(causes.getInt("complaints")).isEqualTo(28);
    assertThat(causes.getList("findings.text"))
        .contains(
            "Ben: 25 complaints in 100 jobs, expected 7.0",
            "south branch: 25 complaints in 100 jobs, expected 7.0");
    assertThat(causes.getFloat("findings.find { it.name == 'Ben' }.ratio")).isBetween(2.5f, 3.6f);
    assertThat(causes.getList("items.by").stream().distinct())
        .contains("TECHNICIAN", "BRANCH", "HOUR", "WEEKDAY", "FAMILIARITY", "SENT");
    assertThat(causes.getInt("items.find { it.key == 'NEW' }.jobs")).isEqualTo(400);
    assertThat(causes.getList("trend.months.jobs", Integer.class).stream().mapToInt(n -> n).sum())
        .isEqualTo(400);
    page("causes").body(containsString("Ben: 25 complaints in 100 jobs, expected 7.0"));
  }

  @Test
  void jobs_are_told_apart_by_program_and_steps_of_projects_by_kind_and_supplier() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    UUID project = ProjectsTold.ended(dorothy.id, "Drying", yesterday);
    ProjectsTold.ended(dorothy.id, "Painting", yesterday);
    complainsOfProject(dorothy, project, ",\"projectStep\":1");
    JsonPath causes = asked("causes").statusCode(200).extract().jsonPath();
    assertThat(causes.getInt("steps")).isEqualTo(2);
    assertThat(causes.getInt("stepComplaints")).isEqualTo(1);
    assertThat(causes.getInt("items.find { it.by == 'STEP' && it.key == 'Drying' }.complaints"))
        .isEqualTo(1);
    assertThat(causes.getInt("items.find { it.by == 'SUPPLIER' }.jobs")).isEqualTo(2);
    assertThat(causes.getInt("items.find { it.by == 'PROGRAM' }.jobs"))
        .isEqualTo(causes.getInt("jobs"));
    assertThat(causes.getString("suppliers[0].supplier")).isEqualTo("Brightwood Floors");
    page("causes").body(containsString("Drying step"), containsString("Brightwood Floors"));
  }

  @Test
  void steps_of_projects_are_told_apart_by_who_worked_on_them_and_where() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    UUID project = ProjectsTold.ended(dorothy.id, "Drying", yesterday);
    ProjectsTold.ended(dorothy.id, "Painting", yesterday);
    complainsOfProject(dorothy, project, "");
    database.change(
        "update project_step_copy set technician_id = ? where project_id = ?",
        Stories.BEN.id(),
        project);
    JsonPath causes = asked("causes").statusCode(200).extract().jsonPath();
    assertThat(causes.getInt("stepComplaints"))
        .as("who names the project alone speaks of the step that had ended last")
        .isEqualTo(1);
    assertThat(causes.getInt("items.find { it.by == 'STEP_BRANCH' && it.key == 'north' }.jobs"))
        .isEqualTo(2);
    assertThat(
            causes.getInt(
                "items.find { it.by == 'STEP_TECHNICIAN' && it.name == 'Ben, steps of projects'"
                    + " }.complaints"))
        .isEqualTo(1);
    assertThat(
            causes.getString(
                "items.find { it.by == 'BRANCH_STEP' && it.key == 'north / Drying' }.text"))
        .isEqualTo("north branch, Drying step: 1 complaint in 1 job, expected 0.5");
    assertThat(causes.getString("method"))
        .contains(
            "Benjamini and Hochberg (1995)",
            "each branch with each kind of step",
            "the last month",
            "not complete");
    page("causes")
        .body(
            containsString("The last month is not complete"),
            containsString("Benjamini and Hochberg (1995)"));
  }

  private static void complainsOfProject(CustomerStory person, UUID project, String step) {
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"projectId\":\"%s\"%s}"
                .formatted(person.id, project, step))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
  }

  @Test
  void a_complaint_that_names_no_visit_is_about_the_last_one() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\",\"receivedAt\":\"%s\"}"
                .formatted(dorothy.id, dorothy.at(10).plusSeconds(3600)))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
    asked("causes")
        .statusCode(200)
        .body("complaints", equalTo(1))
        .body("items.find { it.name == 'Dave' }.complaints", equalTo(1))
        .body("items.find { it.key == 'INSTEAD' }.complaints", equalTo(1))
        .body("named[0].cause", equalTo("PRICE"))
        .body("findings", hasSize(0));
  }

  @Test
  void complaints_that_are_about_no_job_are_told_beside_those_that_are() {
    CustomerStory customer = CustomerStory.signs("Hope", 3, Stories.ALAN).isVisited();
    FeedDelivery.load(customer.newEvents());
    Instant now = Instant.now();
    UUID project = ProjectsTold.ended(customer.id, "Drying", now.minus(Duration.ofDays(1)));
    Instant longAfter = customer.at(1).plus(Duration.ofDays(31));
    complains(customer, customer.at(1).plus(Duration.ofDays(29)), "");
    complains(customer, longAfter, "");
    complains(customer, longAfter, ",\"visitId\":\"%s\"".formatted(customer.visit(1)));
    complains(customer, now, ",\"projectId\":\"%s\"".formatted(project));
    asked("causes")
        .statusCode(200)
        .body("complaints", equalTo(1))
        .body("stepComplaints", equalTo(1))
        .body("complaintsOfNoJob", equalTo(1))
        .body("named.complaints.sum()", equalTo(4));
    page("causes")
        .body(
            containsString(
                "Not among them: 1 complaint that is about no job, as it names neither"));
  }

  private static void complains(CustomerStory person, Instant at, String more) {
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\",\"receivedAt\":\"%s\"%s}"
                .formatted(person.id, at, more))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
  }

  /** Visits to as many customers, each a week ago or more, and complaints of the first of them. */
  private void works(UUID technician, String branch, int jobs, int complaints) {
    String prefix = technician.toString().substring(0, 24);
    database.change(
        """
        insert into customer_copy (id, name, branch, revision)
        select cast(? || lpad(n::text, 12, '0') as uuid), 'Somebody', ?, 1
        from generate_series(1, ?) n
        """,
        prefix,
        branch,
        jobs);
    database.change(
        """
        insert into signal (customer_id, key, source, revision, kind, at, data)
        select id, 'visit/' || id, 'JOBS', 1, 'VISIT_COMPLETED', at,
          jsonb_build_object('visitId', id, 'agreementId', id, 'at', at, 'technicianId', ?::text)
        from (
          select cast(? || lpad(n::text, 12, '0') as uuid) as id,
            now() - interval '7 days' - n * interval '1 hour' as at
          from generate_series(1, ?) n) visits
        """,
        technician.toString(),
        prefix,
        jobs);
    database.change(
        """
        insert into complaint (id, customer_id, visit_id, severity, received_at, state, round,
          owner, next_step, due_at, stepped_at, check_ins, unanswered, steps, recorded_by,
          recorded_at, version)
        select id, id, id, 'LOW', now(), 'RECEIVED', 1, 'Kim', 'ASSESSMENT', now(), now(), 0, 0, 0,
          'Kim', now(), 1
        from (select cast(? || lpad(n::text, 12, '0') as uuid) as id
          from generate_series(1, ?) n) visits
        """,
        prefix,
        complaints);
  }
}
