package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.LogCapture;
import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No log names a person. */
@ServiceTest
class LogTest {
  private static final String MARKER = "Dorothy17";

  private static String note(String more) {
    return "{\"externalId\":\"%s-1\",\"text\":\"%s\",\"shopName\":\"%s\"%s}"
        .formatted(MARKER, MARKER, MARKER, more);
  }

  private static void importing(String type, String lines) {
    Call.as("admin")
        .header("Content-Type", type)
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/notes/import");
  }

  @Test
  void nothing_that_was_sent_is_logged_however_it_fails() {
    try (LogCapture log = new LogCapture()) {
      Call.json(note("")).post("/v1/notes");
      assertThat(Call.json(note("")).post("/v1/notes").statusCode()).isEqualTo(409);
      for (String more :
          new String[] {
            ",\"mood\":\"" + MARKER + "\"",
            ",\"at\":\"" + MARKER + "\"",
            ",\"stars\":\"" + MARKER + "\"",
            ",\"" + MARKER + "\":1",
            ",\"price\":{\"amount\":\"" + MARKER + "\"}",
            "," + MARKER
          }) {
        assertThat(Call.json(note(more)).post("/v1/notes").statusCode()).isEqualTo(400);
      }
      Call.json(note("").replace("\"text\":\"" + MARKER, "\"text\":\"forbidden by the database"))
          .post("/v1/notes")
          .then()
          .statusCode(500);
      importing(
          "application/x-ndjson",
          IntStream.range(0, 3)
              .mapToObj(i -> note(i == 1 ? "}" : ""))
              .collect(Collectors.joining("\n")));
      importing(
          "application/x-ndjson",
          "{\"externalId\":\"" + MARKER + "-2\",\"text\":\"forbidden by the database\"}");
      importing("text/csv", "externalId,text," + MARKER + "\n" + MARKER + ",a,b\n");
      RawHttp.get("/v1/notes/ext:" + MARKER);
      RawHttp.get("/v1/notes?text=" + MARKER + "&" + MARKER + "=1");
      RawHttp.get("/v1/notes?cursor=" + MARKER);
      RawHttp.get("/v1/" + MARKER);
      RawHttp.get("/v1/notes/" + MARKER + "%zz");
      RawHttp.get("/v1/notes", "Origin: http://" + MARKER);
      RawHttp.get("/v1/notes/broken?a=" + MARKER, "Accept: " + MARKER);
      RawHttp.get("/v1/notes/broken", "X-" + MARKER + ": " + MARKER);
      RawHttp.post(
          "/v1/notes",
          "{}",
          "Content-Length: 2",
          "Content-Type: " + MARKER,
          "Idempotency-Key: " + MARKER);
      assertThat(log.text()).contains("Unexpected error").doesNotContain(MARKER);
    }
  }

  @Test
  void a_lost_race_is_no_error() {
    Call.json("{\"externalId\":\"raced\",\"text\":\"a\"}").post("/v1/notes");
    try (LogCapture log = new LogCapture()) {
      assertThat(
              Call.json("{\"externalId\":\"raced\",\"text\":\"a\"}").post("/v1/notes").statusCode())
          .isEqualTo(409);
      // Others may write meanwhile, of other things.
      assertThat(log.text())
          .doesNotContain("raced", "23505", "SQLException", "ProblemEnricher", "NotesResource");
    }
  }

  @Test
  void a_connection_that_is_lost_at_the_commit_is_a_503_and_one_line() {
    try (LogCapture log = new LogCapture()) {
      var answer = Call.json("{\"text\":\"the connection ends at the commit\"}").post("/v1/notes");
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.header("Retry-After")).isNotBlank();
      assertThat(log.text().lines().filter(line -> line.contains("ProblemEnricher")))
          .hasSize(1)
          .allMatch(line -> line.startsWith("WARN"));
      assertThat(log.text()).doesNotContain("NotesResource");
    }
  }

  @Test
  void every_503_says_when_to_try_again_and_is_logged_without_a_trace() {
    try (LogCapture log = new LogCapture()) {
      var answer = Call.as("admin").get("/v1/notes/away");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isNotBlank();
      assertThat(log.text()).doesNotContain("NotesResource");
    }
  }
}
