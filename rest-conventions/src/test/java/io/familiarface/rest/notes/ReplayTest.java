package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ReplayTest {
  @Inject DataSource database;
  @Inject NotesFromElsewhere elsewhere;

  @Test
  void parked_events_are_replayed_once_for_each_key() throws SQLException {
    String subject = UUID.randomUUID().toString();
    park(1, subject);
    park(2, subject);

    elsewhere.mended(false);
    Response first = replay(subject, "replay-1-" + subject);
    first
        .then()
        .statusCode(200)
        .body("applied", equalTo(0))
        .body("left", equalTo(2))
        .body("problem", containsString("not mended yet"));

    elsewhere.mended(true);
    Response again = replay(subject, "replay-1-" + subject);
    again.then().statusCode(200).header("Idempotency-Replayed", "true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(Call.count("applied " + subject)).isZero();

    replay(subject, "replay-2-" + subject)
        .then()
        .statusCode(200)
        .body("applied", equalTo(2))
        .body("left", equalTo(0));
    replay(subject, "replay-2-" + subject).then().body("applied", equalTo(2));
    assertThat(Call.count("applied " + subject)).isEqualTo(2);
  }

  @Test
  void a_parked_event_is_given_up_with_a_reason_that_stays_in_the_audit_trail() throws Exception {
    String subject = UUID.randomUUID().toString();
    park(11, subject, "It is from the year 0.");
    park(12, subject, null);
    List<String> ids = parked(subject);
    elsewhere.mended(true);

    discard(ids.get(1), "{\"reason\":\"out of turn\"}").then().statusCode(409);
    discard(ids.get(0), "{\"reason\":\" \"}").then().statusCode(400);
    discard(ids.get(0), "{}").then().statusCode(400);
    discard("nonsense", "{\"reason\":\"none\"}").then().statusCode(404);
    assertThat(parked(subject)).isEqualTo(ids);

    discard(ids.get(0), "{\"reason\":\"never happened\"}")
        .then()
        .statusCode(200)
        .body("applied", equalTo(1))
        .body("left", equalTo(0));
    assertThat(parked(subject)).isEmpty();
    assertThat(Call.count("applied " + subject)).isEqualTo(1);
    assertThat(reasons(subject)).containsExactly("{\"reason\":\"never happened\"}");

    discard(ids.get(0), "{\"reason\":\"again\"}").then().statusCode(404);
    assertThat(reasons(subject)).hasSize(1);
  }

  @Test
  void what_is_parked_shows_among_the_consumers_and_in_health_which_stays_up() throws Exception {
    String subject = UUID.randomUUID().toString();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO feed_consumer (feed) VALUES ('elsewhere') ON CONFLICT DO NOTHING");
    }
    park(21, subject, "It is from the year 0.");

    var consumer = Call.as("admin").get("/v1/feeds/consumers").jsonPath();
    assertThat(consumer.getLong("[0].parked")).isPositive();
    assertThat(consumer.getLong("[0].behind"))
        .isGreaterThanOrEqualTo(consumer.getLong("[0].parked"));
    var health = Call.as("admin").get("/q/health/ready");
    health.then().statusCode(200).body("status", equalTo("UP"));
    assertThat(
            health
                .jsonPath()
                .getLong("checks.find { it.name == 'Feeds followed' }.data.'elsewhere.parked'"))
        .isPositive();

    elsewhere.mended(true);
    replay(subject, "replay-" + subject).then().statusCode(200);
  }

  @Test
  void a_rebuild_is_asked_for_by_an_administrator_and_says_how_far_it_is() throws Exception {
    var accepted = Call.as("admin").post("/v1/feeds/consumers/elsewhere/rebuild");
    accepted.then().statusCode(202).body("feed", equalTo("elsewhere"));
    assertThat(accepted.header("Location")).endsWith("/v1/feeds/consumers/elsewhere");
    Call.as("admin")
        .get(accepted.header("Location"))
        .then()
        .statusCode(200)
        .body("rebuild.done", equalTo(0))
        .body("behind", greaterThan(0));
    String since = accepted.path("rebuild.since");
    Call.as("admin")
        .post("/v1/feeds/consumers/elsewhere/rebuild")
        .then()
        .body("rebuild.since", equalTo(since));
    Call.as("manager").post("/v1/feeds/consumers/elsewhere/rebuild").then().statusCode(403);
    Call.as("admin").post("/v1/feeds/consumers/nothing/rebuild").then().statusCode(404);
    Call.as("admin").get("/v1/feeds/consumers/nothing").then().statusCode(404);
    // Nobody follows it in this test.
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE feed_consumer SET rebuild_since = null");
    }
  }

  private static Response discard(String id, String body) {
    return Call.json(body).post("/v1/feeds/consumers/elsewhere/parked/{id}/discard", id);
  }

  private static List<String> parked(String subject) {
    return Call.as("admin")
        .get("/v1/feeds/consumers/elsewhere/parked?limit=500")
        .jsonPath()
        .getList("items.findAll { it.subject == '" + subject + "' }.id");
  }

  private List<String> reasons(String subject) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT after FROM audit_entry
                 WHERE action = 'event.discarded' AND person_id = ?::uuid
                """)) {
      query.setString(1, subject);
      List<String> reasons = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reasons.add(rows.getString(1));
        }
      }
      return reasons;
    }
  }

  @Test
  void a_feed_that_is_not_followed_has_nothing_to_replay() {
    Call.as("admin")
        .post("/v1/feeds/consumers/nothing/parked/somebody/replay")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private static Response replay(String subject, String key) {
    return Call.as("admin")
        .header("Idempotency-Key", key)
        .post("/v1/feeds/consumers/elsewhere/parked/{subject}/replay", subject);
  }

  private void park(long position, String subject) throws SQLException {
    park(position, subject, null);
  }

  private void park(long position, String subject, String problem) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement park =
            connection.prepareStatement(
                """
                INSERT INTO feed_parked
                  (feed, position, id, source, type, subject, time, deleted, data, problem)
                VALUES ('elsewhere', ?, gen_random_uuid(), 'urn:familiar-face:elsewhere', 'note', ?,
                        now(), false, '{}', ?)
                """)) {
      park.setLong(1, position);
      park.setString(2, subject);
      park.setString(3, problem);
      park.executeUpdate();
    }
  }
}
