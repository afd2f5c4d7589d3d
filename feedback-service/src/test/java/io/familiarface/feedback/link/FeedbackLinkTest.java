package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A customer says by a link what they think. */
@ServiceTest
class FeedbackLinkTest extends LinksOfGrace {
  @Test
  void one_tap_is_feedback_and_what_is_said_later_corrects_it() {
    JsonPath link = feedbackLink();
    open(link).statusCode(200).body(containsString("How satisfied are you with us?"));
    feedbackOf(grace).body("items", hasSize(0));

    say(link, "csat=2").statusCode(200).body(containsString("You chose 2, dissatisfied."));
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(2))
        .body("items[0].recordedBy", equalTo("customer"));
    Api.get("/v1/customers/" + grace.id + "/risk")
        .statusCode(200)
        .body("reasons.code", hasItem("LOW_SATISFACTION"));
    say(link, "words=Who+comes%3F&callMe=true").statusCode(200);
    say(link, "csat=3").statusCode(200);
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(3))
        .body("items[0].text", equalTo("Who comes?"))
        .body("items[0].callMe", equalTo(true))
        .body("items[0].kind", equalTo("CONCERN"));
    open(link).body(containsString("Who comes?"));
    Api.get("/v1/links?customerId=" + grace.id)
        .statusCode(200)
        .body("items[0].feedbackId", notNullValue())
        .body("items[0].usedAt", notNullValue());
  }

  @Test
  void the_public_review_page_is_offered_to_everybody_however_satisfied() {
    String offered = "<a href=\"https://reviews.example.com/us\"";
    open(feedbackLink()).body(containsString(offered));
    for (String said : List.of("csat=1", "csat=5", "callMe=true", "words=Never+again")) {
      say(feedbackLink(), said).statusCode(200).body(containsString(offered));
    }
  }

  @Test
  void it_asks_about_the_visit_that_it_was_made_for() {
    UUID visit = grace.visit(10);
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"}", grace, visit);
    open(link).statusCode(200).body(containsString("our visit on "));
    say(link, "csat=5").statusCode(200);
    feedbackOf(grace).body("items[0].visitId", equalTo(visit.toString()));
  }

  @Test
  void it_asks_about_the_step_of_the_project_that_it_was_made_for() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"projectId\":\"%s\",\"projectStep\":1}",
            grace, project);
    open(link).statusCode(200).body(containsString("this step of our work: Drying"));
    say(link, "csat=2").statusCode(200);
    say(link, "csat=3").statusCode(200);
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].projectId", equalTo(project.toString()))
        .body("items[0].projectStep", equalTo(1));
  }

  @Test
  void two_taps_at_once_are_one_feedback() throws Exception {
    JsonPath link = feedbackLink();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> tap = () -> say(link, "csat=4").extract().statusCode();
      for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(8, tap))) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
    feedbackOf(grace).body("items", hasSize(1));
  }

  @Test
  void what_could_not_be_taken_is_said_and_changes_nothing() {
    JsonPath link = feedbackLink();
    say(link, "csat=11").statusCode(400).body(containsString("from 1 to 5"));
    say(link, "").statusCode(400).body(containsString("Tap one of the numbers"));
    say(link, "callMe=true&words=" + "a".repeat(5000))
        .statusCode(400)
        .body(containsString("4,000"))
        .body(containsString("a".repeat(5000)))
        .body(containsString("checked"));
    say(link, "words=Who%00+comes").statusCode(400).body(containsString("Who\uFFFD comes"));
    say(link, "words=" + "a".repeat(1_000_000)).statusCode(413);
    feedbackOf(grace).body("items", hasSize(0));
  }

  @Test
  void a_visit_ahead_is_not_asked_about_until_its_day() {
    UUID ahead = grace.visit(10);
    database.change(
        "update visit_copy set state = 'PLANNED', scheduled_at = now() + interval '3 days'"
            + " where id = ?",
        ahead);
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"}", grace, ahead);
    open(link).statusCode(200).body(containsString("How satisfied are you with us?"));
    say(link, "csat=5").statusCode(200);
    feedbackOf(grace).body("items[0].visitId", nullValue());
  }
}
