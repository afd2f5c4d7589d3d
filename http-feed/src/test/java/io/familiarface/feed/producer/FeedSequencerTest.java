package io.familiarface.feed.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.UnknownFeedException;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.Producer;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedSequencerTest {
  private Producer producer;

  @BeforeEach
  void start() throws SQLException {
    producer = new Producer(FeedDatabase.create("sequencer"));
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  @Test
  void an_event_that_commits_late_is_not_passed_over() throws Exception {
    var bothHaveWritten = new CountDownLatch(2);
    var earlyIsRead = new CountDownLatch(1);
    var late =
        CompletableFuture.runAsync(
            () ->
                write(
                    Producer.visit("late", "1"),
                    () -> {
                      bothHaveWritten.countDown();
                      awaitLatch(earlyIsRead);
                    }));
    Eventually.holds(() -> bothHaveWritten.getCount() == 1);
    write(Producer.visit("early", "1"), bothHaveWritten::countDown);
    producer.sequencer.wake();
    producer.await(Producer.VISITS, 1);
    var first = producer.all(Producer.VISITS);

    earlyIsRead.countDown();
    late.join();
    producer.sequencer.wake();
    producer.await(Producer.VISITS, 2);

    assertThat(first).extracting(FeedEvent::subject).containsExactly("early");
    assertThat(producer.log.read(Producer.VISITS, first.get(0).cursor(), 10).events())
        .extracting(FeedEvent::subject)
        .containsExactly("late");
  }

  @Test
  void two_transactions_on_one_subject_are_in_the_order_in_which_they_wrote() throws Exception {
    var firstHasWritten = new CountDownLatch(1);
    var secondTries = new CountDownLatch(1);
    var first =
        CompletableFuture.runAsync(
            () ->
                write(
                    Producer.visit("dorothy", "1"),
                    () -> {
                      firstHasWritten.countDown();
                      awaitLatch(secondTries);
                    }));
    awaitLatch(firstHasWritten);
    var second = CompletableFuture.runAsync(() -> write(Producer.visit("dorothy", "2"), () -> {}));
    Eventually.holds(
        () ->
            producer
                .database
                .rows("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .contains("1"));
    assertThat(second).isNotDone();
    secondTries.countDown();
    first.join();
    second.join();
    producer.sequencer.wake();
    producer.await(Producer.VISITS, 2);

    assertThat(producer.all(Producer.VISITS)).extracting(FeedEvent::data).containsExactly("1", "2");
  }

  private void write(NewEvent event, Runnable beforeCommit) {
    try {
      producer.database.transaction(
          connection -> {
            producer.writer.append(connection, List.of(event));
            beforeCommit.run();
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_rolled_back_takes_no_position() throws Exception {
    assertThatThrownBy(
            () ->
                producer.database.transaction(
                    connection -> {
                      producer.writer.append(connection, List.of(Producer.visit("dorothy", "1")));
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    producer.publish(Producer.visit("grace", "1"));
    producer.await(Producer.VISITS, 1);

    assertThat(producer.all(Producer.VISITS))
        .extracting(FeedEvent::subject)
        .containsExactly("grace");
  }

  @Test
  void another_copy_numbers_what_a_copy_committed_before_it_died() throws Exception {
    // Nobody is woken.
    write(Producer.visit("dorothy", "1"), () -> {});

    producer.await(Producer.VISITS, 1);
  }

  @Test
  void thousands_of_events_of_one_transaction_keep_their_order() throws Exception {
    var many =
        LongStream.rangeClosed(1, 12_345)
            .mapToObj(n -> Producer.visit("s" + n % 4000, Long.toString(n)))
            .toArray(NewEvent[]::new);

    producer.publish(many);
    producer.await(Producer.VISITS, many.length);

    assertThat(producer.all(Producer.VISITS))
        .allMatch(event -> event.data().equals(Long.toString(event.position())));
  }

  @Test
  void each_feed_has_positions_of_its_own() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"), Producer.customer("dorothy", "1"));
    producer.publish(Producer.visit("dorothy", "2"));
    producer.await(Producer.VISITS, 2);

    assertThat(producer.log.heads())
        .containsEntry(Producer.VISITS, 2L)
        .containsEntry(Producer.CUSTOMERS, 1L);
  }

  @Test
  void an_event_for_a_feed_that_is_not_ours_is_refused() {
    assertThatThrownBy(
            () -> producer.publish(NewEvent.of("weather", "rain", "dorothy", Producer.NOON, "1")))
        .isInstanceOf(UnknownFeedException.class);
  }
}
