package io.familiarface.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customers said to another system. */
@ServiceTest
class FeedbackImportTest extends FeedbackOfGrace {
  @Test
  void an_imported_line_names_a_technician_too() {
    FeedDelivery.load(Stories.technicians());
    String lines =
        """
        {"externalId":"N-%1$s","customerExternalId":"%1$s","technicianExternalId":"%2$s","at":"2026-03-01T10:00:00Z","csat":4}
        {"externalId":"O-%1$s","customerExternalId":"%1$s","technicianExternalId":"NOBODY","at":"2026-03-01T10:00:00Z","csat":4}
        {"externalId":"P-%1$s","customerExternalId":"%1$s","visitExternalId":"%1$s-3","technicianExternalId":"%2$s","at":"2026-03-01T10:00:00Z","csat":4}
        """
            .formatted(grace.externalId, "T-" + Stories.BEN.name());
    assertThat(statuses(importing(lines, ""))).containsExactly("CREATED", "REJECTED", "REJECTED");
    assertThat(statuses(importing(lines, ""))).containsExactly("UNCHANGED", "REJECTED", "REJECTED");
    Api.get("/v1/feedback/ext:N-" + grace.externalId)
        .statusCode(200)
        .body("technicianId", equalTo(Stories.BEN.id().toString()));
  }

  @Test
  void an_import_takes_the_good_lines_and_says_what_is_wrong_with_the_others() {
    String key = grace.externalId;
    String lines =
        """
        {"externalId":"A-%1$s","customerExternalId":"%1$s","visitExternalId":"%1$s-3","at":"%2$s","csat":4,"nps":null,"text":null}
        {"externalId":"B-%1$s","customerExternalId":"NOBODY","at":"2026-03-01T10:00:00Z","csat":4}
        not json
        {"externalId":"C-%1$s","customerExternalId":"%1$s","at":"2026-03-01T10:00:00Z","csat":9}
        {"externalId":"D-%1$s","customerExternalId":"%1$s","visitExternalId":"NONE","at":"2026-03-01T10:00:00Z","csat":1}
        {"externalId":"E-%1$s","customerExternalId":"%1$s","at":"2999-03-01T10:00:00Z","csat":1}
        {"externalId":"G-%1$s","customerExternalId":"%1$s","at":"2026-03-01T10:00:00Z","text":" "}
        {"externalId":"F-%1$s","customerExternalId":"%1$s","at":"2026-04-01T10:00:00Z","csat":2}
        """
            .formatted(key, grace.at(3).plus(Duration.ofHours(1)));
    assertThat(statuses(importing(lines, "?dryRun=true")))
        .containsExactly(
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "CREATED");
    assertThat(database.count("feedback", grace.id)).isZero();

    String state = database.state(grace.id);
    assertThat(statuses(importing(lines, "")))
        .containsExactly(
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "CREATED");
    assertThat(database.state(grace.id)).isNotEqualTo(state);
    assertThat(statuses(importing(lines, "")))
        .containsExactly(
            "UNCHANGED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "UNCHANGED");
    assertThat(statuses(importing(lines.replace("\"csat\":2", "\"csat\":5"), "")))
        .last()
        .isEqualTo("UPDATED");
    assertThat(database.signals(grace.id))
        .filteredOn(line -> line.startsWith("feedback"))
        .hasSize(2);
  }

  @Test
  void an_import_may_be_a_table() {
    String csv =
        "externalId,customerExternalId,at,csat\nT-%1$s,%1$s,2026-03-01T10:00:00Z,3\n"
            .formatted(grace.externalId);
    String report =
        Api.as("manager")
            .contentType("text/csv")
            .body(csv.getBytes(UTF_8))
            .post("/v1/feedback/import")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(statuses(report)).containsExactly("CREATED");
  }

  private static List<String> statuses(String report) {
    return Arrays.stream(report.strip().split("\n"))
        .map(line -> JsonPath.from(line).getString("status"))
        .toList();
  }
}
