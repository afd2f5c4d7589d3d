package io.familiarface.feedback.insight;

import static io.familiarface.feedback.insight.InsightApi.asked;
import static io.familiarface.feedback.insight.InsightApi.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class PerceptionInsightTest extends OneCompany {
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
    marksProject(dorothy, project, 1, ",\"projectStep\":1");
    marksProject(dorothy, project, 3, "");
    database.change(
        "update project_step_copy set technician_id = ? where project_id = ?",
        Stories.BEN.id(),
        project);
    asked("perception")
        .statusCode(200)
        .body("all.qualifiedShare", nullValue())
        .body("all.marks", equalTo(2))
        .body("items.find { it.by == 'STEP' && it.key == 'Drying' }.csat", equalTo(2))
        .body("method", containsString("of the one that had ended last"))
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
    page("perception")
        .body(
            containsString("sent somebody with a technical course on record to"),
            containsString("Drying"));
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
        .body("trainings[0].csatBefore", equalTo(3))
        .body("trainings[0].effect", nullValue())
        .body("byKind[0].effect", nullValue());
    marks(dorothy, 2, 4);
    marks(dorothy, 10, 4);
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

  private static void marksProject(CustomerStory person, UUID project, int csat, String step) {
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"csat\":%d,\"projectId\":\"%s\"%s}"
                .formatted(person.id, csat, project, step))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }
}
