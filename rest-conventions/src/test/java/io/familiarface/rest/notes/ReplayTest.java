package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
    try (Connection connection = database.getConnection();
        PreparedStatement park =
            connection.prepareStatement(
                """
                INSERT INTO feed_parked (feed, position, id, source, type, subject, time, deleted, data)
                VALUES ('elsewhere', ?, gen_random_uuid(), 'urn:familiar-face:elsewhere', 'note', ?,
                        now(), false, '{}')
                """)) {
      park.setLong(1, position);
      park.setString(2, subject);
      park.executeUpdate();
    }
  }
}
