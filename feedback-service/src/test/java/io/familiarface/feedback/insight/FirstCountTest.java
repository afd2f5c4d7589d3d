package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.database.Database;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.testing.Api;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A history that came in is counted some days at a time; whoever asks meanwhile is told so. */
@ServiceTest
class FirstCountTest {
  private static final int DAYS = 70;

  /** A visit a day, of one customer by two technicians. */
  private static final String HISTORY =
      """
      insert into signal (customer_id, key, source, revision, kind, at, data)
      select md5('first')::uuid, 'visit/' || n, 'JOBS', 1, 'VISIT_COMPLETED', at,
        jsonb_build_object('visitId', md5('visit' || n)::uuid, 'at', at,
          'technicianId', md5('technician' || n % 2)::uuid, 'onTime', 'YES')
      from (
        select n, timestamptz '2026-03-01 15:00:00Z' + n * interval '1 day' as at
        from generate_series(0, 69) n) visits
      """;

  @Inject Company company;
  @Inject StoredRows stored;
  @Inject DataSource database;
  @Inject JobDays days;
  @Inject Database statements;
  @Inject Words words;
  @Inject Clock clock;
  @Inject ManagedExecutor executor;

  @BeforeEach
  void a_history_came_in() {
    company.startsAnew();
    days.bringUpToDate();
    stored.change(HISTORY);
  }

  @AfterEach
  void nothing_is_left() {
    company.startsAnew();
  }

  @Test
  void whoever_is_stopped_leaves_the_rest_to_whoever_starts_next() {
    JobDays stopped = new JobDays(statements, words, clock, executor);
    stopped.stop(null);
    stopped.countNow();
    assertThat(stored.number("select count(*) from insight_day")).isZero();
    days.countNow();
    assertThat(stored.number("select sum(jobs) from insight_day where dimension is null"))
        .isEqualTo(DAYS);
  }

  @Test
  void whoever_asks_meanwhile_is_told_how_far_it_is_and_when_to_ask_again() throws SQLException {
    // As if another one were about to count the last day just now.
    stored.change("insert into insight_due (day) values ('2026-05-09')");
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select day from insight_due for update");
      Api.as("manager")
          .get("/v1/insights/causes")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "10")
          .body("type", equalTo("urn:familiar-face:problem:unavailable"))
          .body("detail", containsString("50 of 70 days"))
          .body("daysCounted", equalTo(50))
          .body("days", equalTo(DAYS));
      other.rollback();
    }
    Api.as("manager").get("/v1/insights/causes").then().statusCode(200);
    assertThat(stored.number(NaiveCount.JOBS)).isEqualTo(DAYS);
    assertThat(stored.number(NaiveCount.DIFFERENCES)).isZero();
    assertThat(stored.number("select count(*) from insight_due")).isZero();
  }
}
