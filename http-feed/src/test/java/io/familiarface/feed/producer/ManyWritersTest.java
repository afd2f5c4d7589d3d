package io.familiarface.feed.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.Producer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyWritersTest {
  private static final int WRITERS = 8;
  private static final int EVENTS = 20_000;
  private static final int SUBJECTS = 50;

  private Producer producer;

  @BeforeEach
  void start() throws SQLException {
    producer = new Producer(FeedDatabase.create("writers"));
    producer.database.execute(
        "create table change (subject text primary key, number int not null);"
            + "insert into change select 's' || n, 0 from generate_series(0, 49) as n");
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  @Test
  void eight_writers_with_random_delays_and_a_reader_lose_nothing_and_keep_every_order()
      throws Exception {
    // The other copies of the service number and are woken, too.
    try (var second = anotherSequencer();
        var third = anotherSequencer()) {
      var read = CompletableFuture.supplyAsync(this::readAsItComes);
      writeFromEightThreads(List.of(producer.sequencer, second, third));
      var events = read.get();

      assertThat(events).extracting(FeedEvent::position).isEqualTo(positions(EVENTS));
      assertThat(new HashSet<>(events.stream().map(FeedEvent::id).toList())).hasSize(EVENTS);
      assertThatEachSubjectIsInTheOrderOfItsChanges(events);
    }
    assertThat(producer.database.rows("select count(*) from feed_inbox")).containsExactly("0");
    assertThat(producer.all(Producer.VISITS)).hasSize(EVENTS);
  }

  private FeedSequencer anotherSequencer() {
    var sequencer =
        new FeedSequencer(producer.database.dataSource(), producer.poll, Duration.ofMillis(20));
    sequencer.start();
    return sequencer;
  }

  private void writeFromEightThreads(List<FeedSequencer> copies) throws Exception {
    var executor = Executors.newFixedThreadPool(WRITERS);
    var writers = new ArrayList<Future<?>>();
    for (var writer = 0; writer < WRITERS; writer++) {
      var ownCopy = copies.get(writer % copies.size());
      writers.add(executor.submit(() -> write(EVENTS / WRITERS, ownCopy)));
    }
    for (var writer : writers) {
      writer.get();
    }
    executor.shutdown();
  }

  private Void write(int events, FeedSequencer ownCopy) throws Exception {
    var random = ThreadLocalRandom.current();
    for (var written = 0; written < events; ) {
      var count = Math.min(1 + random.nextInt(8), events - written);
      var subjects = random.ints(0, SUBJECTS).limit(count).mapToObj(s -> "s" + s).toList();
      producer.database.transaction(
          connection -> {
            producer.writer.lock(connection, Producer.VISITS, subjects);
            var changes = new ArrayList<NewEvent>();
            for (var subject : subjects) {
              changes.add(Producer.visit(subject, change(connection, subject)));
            }
            producer.writer.append(connection, changes);
            pause(random.nextInt(4));
          });
      ownCopy.wake();
      written += count;
    }
    return null;
  }

  private static String change(Connection connection, String subject) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update change set number = number + 1 where subject = ? returning number")) {
      statement.setString(1, subject);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<FeedEvent> readAsItComes() {
    var events = new ArrayList<FeedEvent>();
    var cursor = Cursor.START;
    while (events.size() < EVENTS) {
      var page =
          producer
              .poll
              .poll(Producer.VISITS, cursor, Duration.ofSeconds(30), 100)
              .toCompletableFuture()
              .join();
      if (page.events().isEmpty()) {
        break; // The assertions say what is missing.
      }
      events.addAll(page.events());
      cursor = events.get(events.size() - 1).cursor();
    }
    return events;
  }

  private static void assertThatEachSubjectIsInTheOrderOfItsChanges(List<FeedEvent> events) {
    Map<String, Integer> last = new HashMap<>();
    for (var event : events) {
      var number = Integer.parseInt(event.data());
      assertThat(number).isEqualTo(last.getOrDefault(event.subject(), 0) + 1);
      last.put(event.subject(), number);
    }
  }

  private static List<Long> positions(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }
}
