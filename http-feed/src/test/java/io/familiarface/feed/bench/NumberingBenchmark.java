package io.familiarface.feed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.bench.Load.Outcome;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.Producer;
import io.familiarface.postgres.Durability;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of docs/adr/0003-feed-positions.md. Not part of the build, because of its name; takes
 * some minutes:
 *
 * <pre>
 * ./mvnw -pl http-feed -am test -Dtest=NumberingBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>A PostgreSQL with fsync on. "5 ms commits" are {@code commit_delay=5000} with {@code
 * commit_siblings=0}: each flush of the log waits 5 ms first, as on a slow disk. Each line is the
 * median of the rounds (system property {@code bench.rounds}, 3) by events per second or latency.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberingBenchmark {
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
  private static final int CALM = 200;

  @TempDir Path home;
  private PostgresServer server;
  private int databases;

  @BeforeEach
  void start() throws IOException {
    server = PostgresServer.start(home, freePort(), System.err::println);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void compare() throws Exception {
    Durability.require(server.administration());
    print(
        "| commits | writers | candidate | events/s | lost of them | calm: median ms | p99 ms |"
            + " lost |");
    print("|---|---|---|---|---|---|---|---|");
    measure(Candidate.SEQUENCER, new Load(8, 0, SECONDS)); // warms up
    for (var delay : List.of(0, 5000)) {
      commitDelay(delay);
      for (var writers : List.of(8, 32)) {
        group(delay, writers);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The candidates take turns, so that what else the machine does falls on all of them alike. */
  private void group(int delay, int writers) throws Exception {
    Map<Candidate, List<Outcome>> fast = new EnumMap<>(Candidate.class);
    Map<Candidate, List<Outcome>> calm = new EnumMap<>(Candidate.class);
    for (var round = 0; round < ROUNDS; round++) {
      for (var candidate : Candidate.values()) {
        fast.computeIfAbsent(candidate, c -> new ArrayList<>())
            .add(measure(candidate, new Load(writers, 0, SECONDS)));
        calm.computeIfAbsent(candidate, c -> new ArrayList<>())
            .add(measure(candidate, new Load(writers, CALM, SECONDS)));
      }
    }
    for (var candidate : Candidate.values()) {
      line(
          delay,
          writers,
          candidate,
          median(fast.get(candidate), Outcome::eventsPerSecond),
          median(calm.get(candidate), Outcome::medianMs));
    }
  }

  private static void line(
      int delay, int writers, Candidate candidate, Outcome fast, Outcome calm) {
    print(
        "| %s | %d | %s | %.0f | %.0f %% | %.1f | %.1f | %d |",
        delay == 0 ? "normal" : "5 ms",
        writers,
        candidate.words,
        fast.eventsPerSecond(),
        100 * fast.lost() / (fast.eventsPerSecond() * SECONDS),
        calm.medianMs(),
        calm.p99Ms(),
        calm.lost());
    assertThat(candidate == Candidate.SEQUENCE || fast.lost() + calm.lost() == 0)
        .as("only the plain sequence loses events")
        .isTrue();
  }

  private static Outcome median(List<Outcome> outcomes, ToDoubleFunction<Outcome> by) {
    return outcomes.stream()
        .sorted(Comparator.comparingDouble(by))
        .toList()
        .get(outcomes.size() / 2);
  }

  private Outcome measure(Candidate candidate, Load load) throws Exception {
    var database = FeedDatabase.on(database());
    try (var numbering = candidate.on(database, this)) {
      return load.run(numbering, database);
    }
  }

  PostgresDatabase database() {
    return server.database("bench" + ++databases, "bench");
  }

  private void commitDelay(int micros) throws SQLException {
    try (var connection = server.administration().connect();
        var statement = connection.createStatement()) {
      statement.execute("alter system set commit_delay = " + micros);
      statement.execute("alter system set commit_siblings = 0");
      statement.execute("select pg_reload_conf()");
    }
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }

  /** What is compared. */
  enum Candidate {
    SEQUENCE("plain sequence"),
    HEAD_ROW("head row, locked last"),
    SEQUENCER("sequencer"),
    TO_CONSUMER("sequencer, to a consumer's commit");

    private final String words;

    Candidate(String words) {
      this.words = words;
    }

    Numbering on(FeedDatabase database, NumberingBenchmark benchmark) throws Exception {
      return switch (this) {
        case SEQUENCE -> new PlainSequence(database);
        case HEAD_ROW -> new HeadRowLast(database);
        case SEQUENCER -> new Sequencer(new Producer(database));
        case TO_CONSUMER ->
            new SequencerToConsumer(new Producer(database), FeedDatabase.on(benchmark.database()));
      };
    }
  }
}
