package io.familiarface.rest.notes;

import static io.familiarface.rest.notes.NotesImportResource.FIRST_LOCK;
import static io.familiarface.rest.notes.NotesImportResource.SECOND_LOCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ImportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject DataSource database;

  private static List<JsonNode> send(String type, String body, boolean dryRun) {
    return send(type, body.getBytes(StandardCharsets.UTF_8), dryRun);
  }

  private static List<JsonNode> send(String type, byte[] body, boolean dryRun) {
    Response answer =
        Call.as("admin")
            .header("Content-Type", type)
            .body(body)
            .post("/v1/notes/import" + (dryRun ? "?dryRun=true" : ""));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/x-ndjson");
    return answer.asString().lines().map(ImportTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private static List<JsonNode> ndjson(String... lines) {
    return send("application/x-ndjson", String.join("\n", lines), false);
  }

  private static List<String> statuses(List<JsonNode> report) {
    return report.stream().map(line -> line.get("status").asText()).toList();
  }

  @Test
  void a_file_may_be_run_again_and_changes_only_what_changed() {
    assertThat(
            statuses(
                ndjson(
                    "{\"externalId\":\"A1\",\"text\":\"a\"}",
                    "{\"externalId\":\"A2\",\"text\":\"b\"}")))
        .containsExactly("CREATED", "CREATED");
    assertThat(
            statuses(
                ndjson(
                    "{\"externalId\":\"A1\",\"text\":\"a\"}",
                    "{\"externalId\":\"A2\",\"text\":\"c\"}")))
        .containsExactly("UNCHANGED", "UPDATED");
  }

  @Test
  void bad_lines_among_good_ones_are_named_and_stop_nobody() {
    List<JsonNode> report =
        ndjson(
            "{\"externalId\":\"B1\",\"text\":\"good\"}",
            "not json",
            "",
            "{\"externalId\":\"B4\",\"text\":\"\"}",
            "{\"externalId\":\"B5\",\"txt\":\"a\"}",
            "{\"externalId\":\"B6\",\"text\":\"refused by a rule\"}",
            "{\"externalId\":\"B7\",\"text\":\"forbidden by the database\"}",
            "{\"externalId\":\"B8\",\"text\":\"" + "x".repeat(70_000) + "\"}",
            "[1]",
            "{\"externalId\":\"B10\",\"text\":\"good too\"}",
            "{\"externalId\":\"B11\",\"te");
    assertThat(report.stream().map(line -> line.get("line").asInt()))
        .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(statuses(report))
        .containsExactly(
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "CREATED",
            "REJECTED");
    assertThat(report.stream().map(line -> line.path("externalId").asText("")))
        .containsExactly("B1", "", "B4", "B5", "B6", "B7", "", "", "B10", "");
    assertThat(report.get(9).at("/problem/detail").asText())
        .startsWith("It ends before it is complete")
        .contains("(column ");
    assertThat(report.get(3).at("/problem/violations/0/pointer").asText()).isEqualTo("/txt");
    assertThat(report.get(4).at("/problem/detail").asText()).isEqualTo("This text is refused.");
    assertThat(report.get(5).at("/problem/status").asInt()).isEqualTo(409);
    assertThat(report.get(6).at("/problem/status").asInt()).isEqualTo(413);
    assertThat(Call.count("good") + Call.count("good too")).isEqualTo(2);
  }

  @Test
  void a_dry_run_reports_and_changes_nothing() {
    List<JsonNode> report =
        send("application/x-ndjson", "{\"externalId\":\"D1\",\"text\":\"dry\"}", true);
    assertThat(statuses(report)).containsExactly("CREATED");
    assertThat(Call.count("dry")).isZero();
  }

  @Test
  void csv_with_a_mark_nested_columns_and_empty_cells_is_read() {
    List<JsonNode> report =
        send(
            "text/csv; charset=utf-8",
            "\uFEFFexternalId,text,price.amount,price.currency,stars,at\r\n"
                + "E1,\"from, csv\",12.50,USD,4,2025-01-06T09:00:00Z\r\n"
                + "E2,from csv,,,,\r\n"
                + "E3,too few\r\n"
                + "E4,from csv,abc,USD,,\r\n",
            false);
    assertThat(statuses(report)).containsExactly("CREATED", "CREATED", "REJECTED", "REJECTED");
    assertThat(Call.count("from, csv")).isEqualTo(1);
  }

  @Test
  void a_quotation_mark_that_is_never_closed_costs_its_line_and_no_other() {
    List<JsonNode> report =
        send(
            "text/csv",
            "externalId,text\n"
                + "G1,before\n"
                + "G2,\"never closed\n"
                + "G3,behind\n"
                + "G4,\"in\" two\n"
                + "G5,5\" pipe\n",
            false);
    assertThat(statuses(report))
        .containsExactly("CREATED", "REJECTED", "CREATED", "REJECTED", "CREATED");
    assertThat(report.get(1).get("line").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text,text.a\nG1,a\n", ".\na\n", "externalId,\"text\nG1,a\n", "a;b\n1;2\n"})
  void a_csv_whose_header_names_no_fields_is_refused_as_a_whole(String body) {
    Call.as("admin")
        .header("Content-Type", "text/csv")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/notes/import")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void bytes_that_look_like_another_encoding_cost_their_line_and_no_other() {
    byte[] wide = "{\"externalId\":\"H2\"}".getBytes(Charset.forName("UTF-32BE"));
    byte[] lines =
        ("{\"externalId\":\"H1\",\"text\":\"first\"}\n"
                + new String(wide, StandardCharsets.ISO_8859_1)
                + "\n{\"externalId\":\"H3\",\"text\":\"Zo\u00EB\"}"
                + "\n{\"externalId\":\"H4\",\"text\":\"last\"}\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    List<JsonNode> report = send("application/x-ndjson", lines, false);
    assertThat(statuses(report)).containsExactly("CREATED", "REJECTED", "REJECTED", "CREATED");
  }

  @Test
  void many_lines_go_through_in_chunks() {
    String body =
        IntStream.range(0, 1_001)
            .mapToObj(
                i ->
                    "{\"externalId\":\"F"
                        + i
                        + "\",\"text\":\""
                        + (i % 100 == 7 ? "refused by a rule" : "many")
                        + "\"}")
            .collect(Collectors.joining("\n"));
    List<JsonNode> report = send("application/x-ndjson", body, false);
    assertThat(report).hasSize(1_001);
    assertThat(statuses(report)).filteredOn(s -> s.equals("REJECTED")).hasSize(10);
    assertThat(statuses(report)).filteredOn(s -> s.equals("CREATED")).hasSize(991);
  }

  private static String numbered(String key, int lines, String special, int... at) {
    Set<Integer> specials = Arrays.stream(at).boxed().collect(Collectors.toSet());
    return IntStream.range(0, lines)
        .mapToObj(
            i ->
                "{\"externalId\":\"%s%d\",\"text\":\"%s\"}"
                    .formatted(key, i, specials.contains(i) ? special : "text"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_chunk_that_is_not_committed_at_first_costs_no_line_of_it_or_of_the_next() {
    String body = numbered("behind-", 1_000, "the connection ends at its first commit", 300);
    List<JsonNode> report = send("application/x-ndjson", body, false);
    assertThat(report)
        .extracting(line -> line.get("line").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000).boxed().toList());
    assertThat(statuses(report)).containsOnly("CREATED");
    assertThat(statuses(send("application/x-ndjson", body, false))).containsOnly("UNCHANGED");
  }

  @Test
  void a_chunk_gives_way_to_whoever_the_chunk_before_waits_for() throws Exception {
    String body =
        numbered("way-", 199, "text")
            + "\n"
            + numbered("way-first-", 1, "its commit waits for the first lock", 0)
            + "\n"
            + numbered("way-second-", 1, "takes the second lock", 0);
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("SET lock_timeout = '60s'");
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(FIRST_LOCK));
      try {
        var report = CompletableFuture.supplyAsync(() -> send("application/x-ndjson", body, false));
        while (!report.isDone() && isFree(statement, SECOND_LOCK)) {
          Thread.onSpinWait();
        }
        statement.execute("SELECT pg_advisory_lock(%d)".formatted(SECOND_LOCK));
        assertThat(report).isNotDone();
        statement.execute("SELECT pg_advisory_unlock_all()");
        assertThat(statuses(report.get())).hasSize(201).containsOnly("CREATED");
      } finally {
        statement.execute("SELECT pg_advisory_unlock_all()");
        statement.execute("RESET lock_timeout");
      }
    }
    assertThat(statuses(send("application/x-ndjson", body, false))).containsOnly("UNCHANGED");
  }

  private static boolean isFree(Statement statement, int lock) throws SQLException {
    String locks = "SELECT count(*) = 0 FROM pg_locks WHERE locktype = 'advisory' AND objid = %d";
    try (ResultSet free = statement.executeQuery(locks.formatted(lock))) {
      free.next();
      return free.getBoolean(1);
    }
  }

  @Test
  void a_line_finds_what_a_line_of_the_chunk_before_has_brought() {
    String body =
        numbered("first-", 200, "text")
            + "\n"
            + numbered("first-", 1, "more", 0)
            + "\n"
            + numbered("then-", 399, "text")
            + "\n"
            + numbered("then-", 1, "more", 0);
    List<JsonNode> report = send("application/x-ndjson", body, false);
    assertThat(statuses(report)).filteredOn(s -> s.equals("CREATED")).hasSize(599);
    assertThat(statuses(report).get(200)).isEqualTo("UPDATED");
    assertThat(statuses(report).get(600)).isEqualTo("UPDATED");
  }
}
