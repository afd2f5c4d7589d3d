package io.familiarface.feedback.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.feedback.testing.MadeUpCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class BackTestResourceTest {
  @Inject MadeUpCompany company;
  @Inject StoredRows database;

  @BeforeEach
  @AfterEach
  void nothing_is_known() {
    company.isForgotten();
  }

  @Test
  void it_is_answered_with_everything_that_one_wants_to_know_beside_the_baselines() {
    SimulatedCompany made = company.is(World.pestControl(), 31, 400);
    Instant from = made.start().plus(Duration.ofDays(700));
    String question = "?from=" + from + "&to=" + made.end() + "&origins=3";
    Api.as("manager")
        .get("/v1/risk/backtest" + question)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("origins", hasSize(3))
        .body("horizonDays", equalTo(90))
        .body("modelAuc.value", notNullValue())
        .body("modelAuc.from", notNullValue())
        .body("harrellsC", notNullValue())
        .body("byDays.days", equalTo(List.of(30, 60, 90)))
        .body("model.brier", notNullValue())
        .body("model.topDecileLift", notNullValue())
        .body("baselines.noModel.brier", notNullValue())
        .body("baselines.changesWithin180Days.value", notNullValue())
        .body("calibration", hasSize(10))
        .body("capacity.calls", equalTo(List.of(5, 10, 15, 25, 50, 100, 200)))
        .body("flags.precision", notNullValue())
        .body("flags.recall", notNullValue())
        .body("flags.medianLeadDays", notNullValue())
        .body("flags.alertsPer100CustomerMonths", notNullValue())
        .body("flags.callsAWeek", notNullValue())
        .body("volume.by", equalTo(List.of("RULE_ALONE", "PROBABILITY", "CAPACITY")))
        .body("verdict", notNullValue());

    Response page = Api.as("admin").accept("text/html").get("/v1/risk/backtest" + question);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.asString())
        .contains("<!doctype html>", "Does it come true?", "Flags raised in a week", ".backtest")
        .doesNotContain("NaN");

    SettableClock.putForward(Duration.ofDays(365));
    company.hears(
        made.customers().get(0),
        new MoodNoted(UUID.randomUUID(), SettableClock.present(), Mood.CALM));
    asksWithoutWaiting("?origins=2", made.end());
  }

  /** A year after the history ended, in which nothing but a note was made. */
  private void asksWithoutWaiting(String question, Instant end) {
    ExtractableResponse<Response> asked =
        Api.as("manager")
            .header("Prefer", "respond-async")
            .get("/v1/risk/backtest" + question)
            .then()
            .statusCode(202)
            .header("Retry-After", notNullValue())
            .body("origins", equalTo(2))
            .extract();
    assertThat(Instant.parse(asked.path("to"))).isBetween(end.minus(Duration.ofDays(3)), end);
    String location = asked.header("Location");
    String path = location.substring(location.indexOf("/v1/"));
    JsonPath one = null;
    for (int tries = 0; tries < 600; tries++) {
      one = Api.as("manager").get(path).then().statusCode(200).extract().jsonPath();
      if (!one.getString("state").equals("RUNNING")) {
        break;
      }
      MadeUpCompany.pause();
    }
    assertThat(one.getString("state")).isEqualTo("DONE");
    assertThat(one.getString("report.verdict")).isEqualTo(one.getString("verdict"));
    Api.as("manager")
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString("Is it in time?"));
    Api.as("manager")
        .get("/v1/risk/backtests/newest")
        .then()
        .statusCode(200)
        .body("id", equalTo(one.getString("id")));
    for (String none : List.of(UUID.randomUUID().toString(), "oldest")) {
      Api.as("manager")
          .get("/v1/risk/backtests/" + none)
          .then()
          .statusCode(404)
          .body("type", endsWith("no-such-back-test"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origins=0",
        "origins=1000",
        "origins=many",
        "from=yesterday",
        "from=2025-06-01T00:00:00Z&to=2025-01-01T00:00:00Z",
        "from=2025-06-01T00:00:00Z&to=2025-06-01T00:00:00Z",
        "to=2999-01-01T00:00:00Z",
        "from=2999-01-01T00:00:00Z",
        "months=3"
      })
  void a_time_that_makes_no_sense_is_refused(String question) {
    FeedDelivery.load(Stories.dorothy().events());
    Api.as("manager")
        .get("/v1/risk/backtest?" + question)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations", hasSize(1));
  }

  @Test
  void what_the_history_does_not_hold_is_refused_with_what_it_holds() {
    Api.as("manager")
        .get("/v1/risk/backtest")
        .then()
        .statusCode(422)
        .body("detail", containsString("no history yet"));
    FeedDelivery.load(Stories.dorothy().events());
    Api.as("manager")
        .get("/v1/risk/backtest?from=1999-01-01T00:00:00Z&origins=3")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("back-test-refused"))
        .body("detail", containsString("The history goes from"));
    Instant lately = Instant.now().minus(Duration.ofDays(60));
    Api.as("manager")
        .get("/v1/risk/backtest?from=" + lately)
        .then()
        .statusCode(422)
        .body("detail", containsString("fewer than 90 days"));
    Api.as("manager")
        .header("Prefer", "haste")
        .get("/v1/risk/backtest")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void one_runs_at_a_time_whichever_copy_runs_it() {
    FeedDelivery.load(Stories.dorothy().events());
    UUID id = UUID.randomUUID();
    database.change(
        """
        insert into job (id, kind, started_by, started_at, step)
        values (?, 'BACK_TEST', 'somebody', now(), 'learning')
        """,
        id);
    database.change(
        """
        insert into calculation (id, kind, state, question)
        values (?, 'BACK_TEST', 'RUNNING',
                '{"from":"2020-01-01T00:00:00Z","to":"2021-01-01T00:00:00Z","origins":5}')
        """,
        id);
    Api.as("manager")
        .get("/v1/risk/backtest?origins=2")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("10"))
        .body("type", endsWith("back-test-running"));
    database.change("update job set heard_at = now() - interval '1 minute'");
    Api.as("manager").get("/v1/risk/backtest?origins=2").then().statusCode(200);
  }
}
