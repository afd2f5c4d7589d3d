package io.familiarface.feedback.flag;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class GradingFlagsTest extends OneCompany {
  private static final String CARD = "/v1/flags/report-card";

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void one_who_left_makes_the_flag_right_whatever_was_done() {
    company.cancels(company.flagged("Dorothy"));
    CustomerStory called = company.flagged("Edith");
    Api.json("csr", "{\"action\":\"Called.\"}")
        .post("/v1/flags/ext:" + called.externalId + "/action")
        .then()
        .statusCode(201);
    asked("?since=2000-01-01")
        .statusCode(200)
        .body("all.raised", equalTo(2))
        .body("all.lost", equalTo(1))
        .body("all.open", equalTo(1))
        .body("all.judged", equalTo(2))
        .body("all.precision", equalTo(0.5f))
        .body("all.leadDays", greaterThan(-1))
        .body("all.done.find { it.what == 'ACTED' }.open", equalTo(1))
        .body("all.done.find { it.what == 'NOTHING' }.lost", equalTo(1))
        .body("rules.rule", hasItem("PROMISE_BROKEN"))
        .body("rules.find { it.rule == 'PROMISE_BROKEN' }.raised", equalTo(2));
  }

  @Test
  void that_somebody_left_counts_no_sooner_than_that_somebody_stayed() {
    company.cancels(company.flagged("Dorothy"));
    company.flagged("Edith");
    database.change("update flag set raised_at = now() - interval '179 days'");
    asked("")
        .statusCode(200)
        .body("all.lost", equalTo(1))
        .body("all.judged", equalTo(0))
        .body("all.precision", nullValue());
    SettableClock.putForward(Duration.ofDays(2));
    asked("").statusCode(200).body("all.judged", equalTo(2)).body("all.precision", equalTo(0.5f));
  }

  @Test
  void without_any_flag_nothing_is_known() {
    asked("")
        .statusCode(200)
        .body("all.raised", equalTo(0))
        .body("all.precision", nullValue())
        .body("rules.size()", equalTo(0));
  }

  @Test
  void whoever_asks_of_the_future_is_told_so() {
    asked("?since=2999-01-01").statusCode(400);
    asked("?since=lately").statusCode(400);
    asked("?until=2025-01-01").statusCode(400);
    Api.as("csr").get(CARD).then().statusCode(403);
  }

  private static ValidatableResponse asked(String query) {
    return Api.as("manager").get(CARD + query).then();
  }
}
