package io.familiarface.feedback.insight;

import static io.familiarface.feedback.insight.InsightApi.asked;
import static io.familiarface.feedback.insight.InsightApi.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LeavingInsightTest extends OneCompany {
  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
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

  @Test
  void whoever_cancels_one_of_two_agreements_has_not_left() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.alsoSignsWeekly(dorothy);
    company.cancels(dorothy);
    company.cancels(company.flagged("Edith"));
    asked("leaving")
        .body("cancellations", equalTo(2))
        .body("customersGone", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoLeft", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", equalTo(1));
    page("leaving").body(containsString("2 cancellations, 1 customer gone"));
  }

  @Test
  void whoever_let_an_agreement_end_has_left_without_a_word() {
    CustomerStory dorothy = company.flagged("Dorothy");
    CustomerStory edith = company.flagged("Edith");
    company.alsoSignsWeekly(edith);
    CustomerStory frank = company.flagged("Frank");
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    for (CustomerStory person : List.of(dorothy, edith)) {
      database.change(
          """
          update agreement_copy set ends_at = ? where id =
            (select min(id::text)::uuid from agreement_copy where customer_id = ?)
          """,
          yesterday,
          person.id);
    }
    company.cancels(frank);
    asked("leaving")
        .body("cancellations", equalTo(1))
        .body("customersGone", equalTo(1))
        .body("customersLapsed", equalTo(1))
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", equalTo(1));
    page("leaving").body(containsString("1 customer gone, 1 let their agreement end"));
  }

  @Test
  void whoever_is_here_and_was_left_in_peace_has_said_nothing() {
    company.cancels(company.flagged("Dorothy"));
    CustomerStory quiet = CustomerStory.signs("Quiet", 0, Stories.ALAN).isVisited();
    FeedDelivery.live(quiet.newEvents());
    asked("leaving")
        .body("before.find { it.what == 'PROMISE_BROKEN' }.ofThoseWhoAreHere", equalTo(0))
        .body("before.find { it.what == 'SAID_NOTHING' }.ofThoseWhoAreHere", equalTo(1));
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
}
