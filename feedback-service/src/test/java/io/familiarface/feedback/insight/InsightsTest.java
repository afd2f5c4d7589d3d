package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class InsightsTest {
  private static final String INSIGHTS = "/v1/insights/";

  @Inject Company company;
  @Inject StoredRows database;

  @BeforeEach
  void nobody_is_known() {
    company.startsAnew();
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

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
  void a_mark_that_names_a_technician_is_for_a_visit_of_theirs_and_of_nobody_elses() {
    CustomerStory dorothy = company.flagged("Dorothy");
    for (UUID technician : List.of(Stories.BEN.id(), Stories.ALAN.id())) {
      Api.json(
              "admin",
              "{\"customerId\":\"%s\",\"technicianId\":\"%s\",\"csat\":5,\"at\":\"%s\"}"
                  .formatted(dorothy.id, technician, dorothy.at(9).plusSeconds(3600)))
          .post("/v1/feedback")
          .then()
          .statusCode(201);
    }
    asked("perception")
        .statusCode(200)
        .body("all.marks", equalTo(1))
        .body("items.find { it.name == 'Ben' }.csat", equalTo(5))
        .body("items.find { it.name == 'Alan' }.marks", equalTo(0));
  }

  @Test
  void remedies_are_told_apart_by_what_came_of_them() {
    CustomerStory dorothy = company.flagged("Dorothy");
    complaint(dorothy.id, "REDO", true);
    complaint(dorothy.id, "REDO", true);
    complaint(dorothy.id, "CREDIT", false);
    complaint(dorothy.id, null, null);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(4))
        .body("all.satisfied", equalTo(2))
        .body("items[0].key", equalTo("REDO"))
        .body("items[0].satisfiedShare", equalTo(1))
        .body("items[0].daysToRecover", equalTo(4))
        .body("items.find { it.key == 'CREDIT' }.satisfiedShare", equalTo(0))
        .body("items.find { it.key == 'NONE' }.daysToRecover", nullValue());
    page("recovery").body(containsString("After doing it again 2 of 2 were satisfied."));
  }

  @Test
  void a_remedy_is_judged_by_what_came_of_it_and_not_by_what_came_after() {
    CustomerStory dorothy = company.flagged("Dorothy");
    String mended = complains(dorothy, 300);
    isMended(mended, "OTHER", true);
    step(mended, "reopening", "{\"words\":\"It creaks.\"}");
    isMended(mended, "REDO", true);
    String openAgain = complains(dorothy, 20);
    isMended(openAgain, "OTHER", true);
    step(openAgain, "reopening", "{\"words\":\"It creaks.\"}");
    isMended(complains(dorothy, 10), "OTHER", false);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(3))
        .body("all.settled", equalTo(1))
        .body("all.lost", equalTo(1))
        .body("all.reopened", equalTo(2))
        .body("all.watched", equalTo(1))
        .body("all.leftShare", equalTo(0))
        .body("bySeverity[0].settled", equalTo(1))
        .body("items.find { it.key == 'OTHER' }.cases", equalTo(3))
        .body("items.find { it.key == 'OTHER' }.settled", equalTo(2))
        .body("items.find { it.key == 'OTHER' }.reopened", equalTo(2))
        .body("items.find { it.key == 'OTHER' }.dissatisfied", equalTo(1))
        .body("items.find { it.key == 'REDO' }.cases", equalTo(1))
        .body("items.find { it.key == 'REDO' }.settled", equalTo(1))
        .body("items.find { it.key == 'REDO' }.reopened", equalTo(0))
        .body("items.find { it.key == 'REDO' }.watched", equalTo(0))
        .body("items.find { it.key == 'REDO' }.leftShare", nullValue())
        .body("items.find { it.key == 'NONE' }.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.settled", equalTo(0))
        .body(
            "findings",
            hasItem("Of 1 who complained 180 days ago or longer, 0 cancelled within that time."));
  }

  @Test
  void what_was_imported_as_settled_and_comes_back_was_settled_once() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Instant received = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    Api.importing(
            "/v1/complaints/import",
            """
            {"externalId":"K-OLD","customerExternalId":"%s","receivedAt":"%s","severity":"LOW",\
            "cause":"DAMAGE","resolvedAt":"%s","customerSatisfied":true}
            """
                .formatted(dorothy.externalId, received, received.plus(Duration.ofDays(4))))
        .then()
        .statusCode(200);
    step("ext:K-OLD", "reopening", "{\"words\":\"It creaks.\"}");
    isMended("ext:K-OLD", "REDO", true);
    asked("recovery")
        .statusCode(200)
        .body("all.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.cases", equalTo(1))
        .body("items.find { it.key == 'NONE' }.settled", equalTo(1))
        .body("items.find { it.key == 'NONE' }.satisfied", equalTo(1))
        .body("items.find { it.key == 'NONE' }.reopened", equalTo(1))
        .body("items.find { it.key == 'NONE' }.daysToRecover", equalTo(4))
        .body("items.find { it.key == 'REDO' }.cases", equalTo(1))
        .body("items.find { it.key == 'REDO' }.reopened", equalTo(0));
    Api.as("csr")
        .get("/v1/complaints/ext:K-OLD")
        .then()
        .body("steps[0].step", equalTo("CLOSURE"))
        .body("steps[0].round", equalTo(1))
        .body("steps[0].by", nullValue())
        .body("steps[0].recordedBy", equalTo("test manager"))
        .body("steps[0].at", equalTo(received.plus(Duration.ofDays(4)).toString()));
  }

  private static String complains(CustomerStory person, int daysAgo) {
    return Api.json(
            "manager",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"receivedAt\":\"%s\"}"
                .formatted(person.id, Instant.now().minus(Duration.ofDays(daysAgo))))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void isMended(String complaint, String remedy, boolean satisfied) {
    step(
        complaint,
        "assessment",
        "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"A scratch.\"}");
    step(
        complaint, "apology", "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    step(complaint, "remedy", "{\"askedFor\":\"A new board.\",\"kind\":\"%s\"}".formatted(remedy));
    step(complaint, "delivery", "{}");
    step(complaint, "check-ins", "{\"mood\":\"CALM\",\"words\":\"We will see.\"}");
    step(
        complaint,
        "closure",
        "{\"by\":\"CUSTOMER\",\"satisfied\":%s,\"words\":\"So it is.\"}".formatted(satisfied));
  }

  private static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  @Test
  void whoever_left_is_set_beside_whoever_is_here() {
    company.cancels(company.flagged("Dorothy"));
    company.flagged("Edith");
    asked("leaving")
        .statusCode(200)
        .body("cancellations", equalTo(1))
        .body("items[0].reason", equalTo("TECHNICIAN_CHANGES"))
        .body("items[0].share", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoLeft", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", equalTo(1))
        .body("byMonth", hasSize(1));
    page("leaving").body(containsString("technician changes"));
  }

  @Test
  void whoever_left_before_an_earlier_day_is_set_beside_whoever_was_there_then() {
    Instant then = Instant.now().minus(Duration.ofDays(3));
    cancelled(company.flagged("Dorothy"), then.minusSeconds(60));
    cancelled(company.flagged("Edith"), then.plusSeconds(60));
    askedUntil("leaving", then)
        .body("cancellations", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", equalTo(1));
    askedUntil("leaving", Instant.now())
        .body("cancellations", equalTo(2))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", nullValue());
  }

  private void cancelled(CustomerStory person, Instant at) {
    company.cancels(person);
    database.change(
        "update agreement_copy set cancelled_at = ? where customer_id = ?", at, person.id);
    database.change(
        "update signal set at = ? where kind = 'AGREEMENT_CANCELLED' and customer_id = ?",
        at,
        person.id);
  }

  private static ValidatableResponse askedUntil(String insight, Instant to) {
    return Api.as("manager")
        .queryParam("to", to.toString())
        .get("/v1/insights/" + insight)
        .then()
        .statusCode(200);
  }

  @Test
  void what_those_who_left_say_when_they_are_called_is_counted_by_cause() {
    CustomerStory gone = CustomerStory.signs("Gone", 0, Stories.ALAN).isVisited().cancels();
    FeedDelivery.live(gone.newEvents());
    SettableClock.putForward(Duration.ofDays(25).plusHours(3));
    company.plansItsCalls();
    String call = Company.callsOf(gone).getString("items.find { it.kind == 'AFTER_LEAVING' }.id");
    String outcome = "/v1/follow-ups/" + call + "/outcome";
    Api.json("csr", "{\"outcome\":\"REACHED\",\"cause\":\"WEATHER\"}")
        .post(outcome)
        .then()
        .statusCode(400);
    Api.json("csr", "{\"outcome\":\"REACHED\",\"cause\":\"PRICE\",\"said\":\"Too dear.\"}")
        .post(outcome)
        .then()
        .statusCode(201)
        .body("lastOutcome.cause", equalTo("PRICE"))
        .body("outcomes[0].cause", equalTo("PRICE"));
    asked("leaving")
        .statusCode(200)
        .body("told", hasSize(1))
        .body("told[0].cause", equalTo("PRICE"))
        .body("told[0].customers", equalTo(1));
    page("leaving").body(containsString("Called afterwards, most often named: price (1)."));
  }

  @Test
  void what_went_wrong_with_a_project_is_counted_beside_why_they_left() {
    CustomerStory dorothy = company.flagged("Dorothy");
    UUID call = UUID.randomUUID();
    database.change(
        """
        insert into follow_up (id, cause, customer_id, kind, why, state, opened_at, due_on, owner,
          expected_loss, visits_at_stake, priority, version)
        values (?, 'project/1/30', ?, 'AFTER_PROJECT', 'A month ago it ended.', 'OPEN', now(),
          current_date, 'Kim', 0, 1, 0, 1)
        """,
        call,
        dorothy.id);
    Api.json("csr", "{\"outcome\":\"REACHED\",\"cause\":\"DAMAGE\"}")
        .post("/v1/follow-ups/" + call + "/outcome")
        .then()
        .statusCode(201);
    asked("leaving")
        .statusCode(200)
        .body("told", hasSize(0))
        .body("toldAfterProjects", hasSize(1))
        .body("toldAfterProjects[0].cause", equalTo("DAMAGE"))
        .body("findings", hasItem("Called after a project, most often named: damage (1)."));
  }

  @Test
  void words_alone_are_no_verdict() {
    CustomerStory dorothy = company.flagged("Dorothy");
    List<String> before = List.of(findings("causes"), findings("perception"));
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"text\":\"Terrible, late, rude, and I will cancel.\"}"
                .formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    assertThat(List.of(findings("causes"), findings("perception"))).isEqualTo(before);
  }

  private static String findings(String insight) {
    JsonPath found = asked(insight).extract().jsonPath();
    return found.getList("findings") + " " + found.getList("items");
  }

  @Test
  void marks_stand_beside_who_came_and_whether_in_time() {
    CustomerStory dorothy = company.flagged("Dorothy");
    marks(dorothy, 10, 1);
    marks(dorothy, 9, 5);
    marks(dorothy, 8, 4);
    asked("perception")
        .statusCode(200)
        .body("all.marks", equalTo(3))
        .body("all.csat", equalTo(3.33f))
        .body("items.find { it.name == 'Ben' }.csat", equalTo(4.5f))
        .body("items.find { it.name == 'Dave' }.csat", equalTo(1))
        .body("items.find { it.key == 'NEW' }.jobs", greaterThan(1))
        .body("items.find { it.key == 'NEW' }.csat", equalTo(1))
        .body("items.find { it.key == 'INSTEAD' }.lowShare", equalTo(1))
        .body("promises.find { it.kind == null }.made", equalTo(2))
        .body("promises.find { it.kind == 'SAME_TECHNICIAN' }.broken", equalTo(2))
        .body("promises.find { it.kind == 'SAME_TECHNICIAN' }.brokenShare", equalTo(1))
        .body("findings", hasItem("2 of 2 promises made in that time were broken."));
    page("perception").body(containsString("By a technician new to the customer: 1.0 of 5"));
  }

  @Test
  void marks_are_told_apart_by_program_by_step_and_by_whether_who_came_was_qualified() {
    CustomerStory dorothy = company.flagged("Dorothy");
    marks(dorothy, 10, 1);
    marks(dorothy, 9, 5);
    UUID project =
        ProjectsTold.ended(dorothy.id, "Drying", Instant.now().minus(Duration.ofDays(1)));
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"csat\":2,\"projectId\":\"%s\",\"projectStep\":1}"
                .formatted(dorothy.id, project))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    database.change(
        "update project_step_copy set technician_id = ? where project_id = ?",
        Stories.BEN.id(),
        project);
    asked("perception")
        .statusCode(200)
        .body("all.qualifiedShare", nullValue())
        .body("all.marks", equalTo(2))
        .body("items.find { it.by == 'STEP' && it.key == 'Drying' }.csat", equalTo(2))
        .body("items.find { it.by == 'SUPPLIER' }.marks", equalTo(1))
        .body("items.find { it.by == 'STEP_BRANCH' && it.key == 'north' }.csat", equalTo(2))
        .body(
            "items.find { it.key == 'north / Drying' }.name", equalTo("north branch, Drying step"))
        .body("items.find { it.name == 'Ben, steps of projects' }.marks", equalTo(1))
        .body("items.find { it.by == 'PROGRAM' }.marks", equalTo(2));
    database.change(
        """
        update technician_copy set trainings = jsonb_build_array(jsonb_build_object(
          'course', 'Baits', 'kind', 'TECHNICAL', 'on', (now() - interval '3000 days')::date))
        where id = ?
        """,
        Stories.BEN.id());
    asked("perception")
        .statusCode(200)
        .body("items.find { it.name == 'Ben' }.qualifiedShare", equalTo(1))
        .body("items.find { it.name == 'Dave' }.qualifiedShare", equalTo(0))
        .body("items.find { it.by == 'QUALIFIED' && it.key == 'YES' }.csat", equalTo(5))
        .body("items.find { it.by == 'QUALIFIED' && it.key == 'NO' }.csat", equalTo(1));
    page("perception").body(containsString("sent somebody qualified to"), containsString("Drying"));
  }

  @Test
  void marks_after_a_training_are_set_beside_those_before_and_those_of_others() {
    CustomerStory dorothy = company.flagged("Dorothy");
    marks(dorothy, 4, 3);
    marks(dorothy, 5, 3);
    marks(dorothy, 8, 5);
    marks(dorothy, 9, 5);
    database.change(
        """
        update technician_copy set trainings = jsonb_build_array(jsonb_build_object(
          'course', 'Listening', 'kind', 'SOFT', 'on', (now() - interval '120 days')::date))
        where id = ?
        """,
        Stories.BEN.id());
    asked("training")
        .statusCode(200)
        .body("trainings[0].name", equalTo("Ben"))
        .body("trainings[0].marksBefore", equalTo(2))
        .body("trainings[0].csatAfter", equalTo(5))
        .body("trainings[0].effect", equalTo(2))
        .body("byKind[0].kind", equalTo("SOFT"))
        .body("technicians[0].trainings", equalTo(1));
    page("training").body(containsString("After soft training marks changed by +2.00"));
  }

  @Test
  void a_training_is_held_on_a_day_of_the_company_wherever_the_database_is() {
    database.change(
        """
        update technician_copy set trainings = jsonb_build_array(jsonb_build_object(
          'course', 'Listening', 'kind', 'SOFT', 'on', '2026-03-10'))
        where id = ?
        """,
        Stories.BEN.id());
    asked("training?from=2026-03-10T04:00:00Z&to=2026-03-11T04:00:00Z")
        .body("trainings", hasSize(1));
    asked("training?from=2026-03-09T04:00:00Z&to=2026-03-10T04:00:00Z")
        .body("trainings", hasSize(0));
    asked("training?from=2026-03-11T04:00:00Z&to=2026-03-12T04:00:00Z")
        .body("trainings", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"causes", "recovery", "leaving", "training", "perception"})
  void of_nothing_nothing_is_found_and_nonsense_is_refused(String insight) {
    asked(insight).statusCode(200).body("findings", not(nullValue()));
    page(insight).body(not(containsString("NaN")));
    asked(insight + "?from=2026-01-02&to=2026-01-01").statusCode(400);
    asked(insight + "?to=2999-01-01").statusCode(400);
    asked(insight + "?from=1999-01-01").statusCode(400);
    asked(insight + "?since=2026-01-01").statusCode(400);
    for (String role : List.of("csr", "technician", "accounting", "integration", "service")) {
      Api.as(role).get(INSIGHTS + insight).then().statusCode(403);
    }
  }

  private static ValidatableResponse asked(String insight) {
    return Api.as("manager").get(INSIGHTS + insight).then();
  }

  private ValidatableResponse page(String insight) {
    return Api.as("manager")
        .accept("text/html")
        .get(INSIGHTS + insight)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<svg"));
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

  private void complaint(UUID customer, String remedy, Boolean satisfied) {
    database.change(
        """
        insert into complaint (id, customer_id, severity, received_at, resolved_at,
          customer_satisfied, state, round, owner, remedy_kind, stepped_at, check_ins, unanswered,
          steps, recorded_by, recorded_at, version)
        values (gen_random_uuid(), ?, 'LOW', now() - interval '10 days',
          case when ?::boolean is null then null else now() - interval '6 days' end, ?::boolean,
          'CLOSED', 1, 'Kim', ?, now(), 0, 0, 0, 'Kim', now(), 1)
        """,
        customer,
        satisfied,
        satisfied,
        remedy);
  }

  private void marks(CustomerStory person, int visit, int csat) {
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"visitId\":\"%s\",\"csat\":%d,\"at\":\"%s\"}"
                .formatted(
                    person.id, person.visit(visit), csat, person.at(visit).plusSeconds(3600)))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }
}
