package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.familiarface.database.Database;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What passes is waited for, and is no line's fault. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportInTroubleTest {
  private static final int LINES = 2_000;

  /**
   * Each spoils the connections that were used in the last second; a chunk has more tries than two
   * such seconds can spoil, however slow the machine.
   */
  private static final int ENDINGS = 2;

  /** The connection that hears of new events is never given back, and is left alone. */
  private static final int LISTENING = 1;

  @Inject Database database;
  @Inject AgroalDataSource pool;
  private final AtomicInteger ended = new AtomicInteger();

  private static String lines(String key) {
    return IntStream.range(0, LINES)
        .mapToObj(i -> "{\"externalId\":\"%s%d\",\"text\":\"t\"}".formatted(key, i))
        .collect(Collectors.joining("\n"));
  }

  private static Response send(String body) {
    return Call.as("admin")
        .header("Content-Type", "application/x-ndjson")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/notes/import");
  }

  private static List<String> statuses(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer
        .asString()
        .lines()
        .map(line -> line.replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  private long stored(String key) {
    return database
        .sql("select count(*) from note where external_id like :key")
        .bind("key", key + "%")
        .one(Long.class);
  }

  @Test
  void connections_that_end_in_the_middle_cost_no_line() throws Exception {
    ScheduledExecutorService ending = Executors.newSingleThreadScheduledExecutor();
    for (int i = 0; i < ENDINGS; i++) {
      ending.schedule(this::endOtherConnections, 50 + 150 * i, TimeUnit.MILLISECONDS);
    }
    try {
      assertThat(statuses(send(lines("ended-")))).hasSize(LINES).isSubsetOf("CREATED", "UNCHANGED");
    } finally {
      ending.shutdown();
      assertThat(ending.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      replaceEndedConnections();
    }
    assertThat(stored("ended-")).isEqualTo(LINES);
  }

  /** Takes every connection of the pool once; the pool drops those that fail. */
  private void replaceEndedConnections() throws SQLException {
    int size = pool.getConfiguration().connectionPoolConfiguration().maxSize() - LISTENING;
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < size) {
        all.add(pool.getConnection());
      }
      for (Connection connection : all) {
        try (Statement ask = connection.createStatement()) {
          ask.execute("select 1");
        } catch (SQLException e) {
          // One that was ended: it failed here so that it can't fail in another test.
        }
      }
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  private void endOtherConnections() {
    // A chunk is tried six times, and on a slow machine each of these may end the same one.
    if (ended.incrementAndGet() > 5) {
      return;
    }
    try {
      database
          .sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where usename = current_user and pid <> pg_backend_pid()
                and query not like 'listen %'\
              """)
          .list(Boolean.class);
    } catch (RuntimeException e) {
      // Its own connection was one of those that it ended before.
    }
  }

  @Test
  void two_imports_of_the_same_keys_at_once_reject_nothing() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Response> once = () -> send(lines("twice-"));
      for (Future<Response> answer : two.invokeAll(List.of(once, once))) {
        assertThat(statuses(answer.get())).hasSize(LINES).isSubsetOf("CREATED", "UNCHANGED");
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(stored("twice-")).isEqualTo(LINES);
  }

  @Test
  void a_database_that_stays_away_ends_the_import_with_what_was_done() {
    String good =
        IntStream.range(0, 200)
            .mapToObj(i -> "{\"externalId\":\"away-%d\",\"text\":\"t\"}\n".formatted(i))
            .collect(Collectors.joining());
    Response answer =
        send(good + "{\"externalId\":\"away-200\",\"text\":\"the database goes away\"}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotBlank();
    assertThat(answer.contentType()).startsWith("application/x-ndjson");
    List<String> report = answer.asString().lines().toList();
    assertThat(report).hasSize(201);
    assertThat(report.subList(0, 200)).allMatch(line -> line.contains("\"CREATED\""));
    assertThat(report.get(200)).contains("\"problem\"", "send the same file again");
    assertThat(report.get(200)).doesNotContain("REJECTED");
    assertThat(stored("away-")).isEqualTo(200);
  }
}
