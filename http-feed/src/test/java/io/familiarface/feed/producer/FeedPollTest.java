package io.familiarface.feed.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.CursorGoneException;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.InvalidPollException;
import io.familiarface.feed.UnknownFeedException;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.Producer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedPollTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private Producer producer;

  @BeforeEach
  void start() throws SQLException {
    producer = new Producer(FeedDatabase.create("poll"));
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  @Test
  void events_that_are_there_are_answered_at_once() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"));
    producer.await(Producer.VISITS, 1);

    assertThat(poll(Cursor.START, LONG).get().events())
        .extracting(FeedEvent::subject)
        .containsExactly("dorothy");
  }

  @Test
  void a_poll_waits_for_the_next_event() throws Exception {
    var poll = poll(Cursor.START, LONG);
    Eventually.holds(() -> producer.poll.waiting() == 1);

    producer.publish(Producer.visit("dorothy", "1"));

    assertThat(poll.get().events()).hasSize(1);
    assertThat(producer.poll.waiting()).isZero();
  }

  @Test
  void who_has_read_to_the_end_and_asks_again_waits_for_the_next_event() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"));
    producer.await(Producer.VISITS, 1);
    FeedPage page = poll(Cursor.START, LONG).get();
    Cursor end = page.events().get(0).cursor().in(page.epoch());

    var poll = poll(end, LONG);
    Eventually.holds(() -> producer.poll.waiting() == 1);
    producer.publish(Producer.visit("dorothy", "2"));

    assertThat(poll.get().events()).extracting(FeedEvent::position).containsExactly(2L);
    assertThat(poll(end, LONG).get().events()).hasSize(1);
  }

  @Test
  void who_has_read_to_the_end_in_another_life_of_the_feed_does_not_wait() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"));
    producer.await(Producer.VISITS, 1);
    Cursor end = poll(Cursor.START, LONG).get().events().get(0).cursor();

    assertThat(failure(poll(end.in(UUID.randomUUID()), LONG)))
        .isInstanceOf(CursorGoneException.class);
  }

  @Test
  void an_event_of_another_feed_wakes_nobody() throws Exception {
    var poll = poll(Cursor.START, LONG);
    Eventually.holds(() -> producer.poll.waiting() == 1);

    producer.publish(Producer.customer("dorothy", "1"));
    producer.await(Producer.CUSTOMERS, 1);

    assertThat(poll).isNotDone();
  }

  @Test
  void thousands_of_polls_wait_without_a_thread_or_a_connection_each() throws Exception {
    poll(Cursor.START, Duration.ZERO).get();
    var before = Thread.activeCount();

    var polls = IntStream.range(0, 5000).mapToObj(n -> poll(Cursor.START, LONG)).toList();
    Eventually.holds(() -> producer.poll.waiting() == 5000);

    // The pool of the test has 4 threads, and there is one timer.
    assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(5);
    producer.publish(Producer.visit("dorothy", "1"));
    for (var poll : polls) {
      assertThat(poll.get().events()).hasSize(1);
    }
    Eventually.holds(() -> producer.poll.waiting() == 0);
  }

  @Test
  void a_poll_that_times_out_is_answered_with_nothing() throws Exception {
    assertThat(poll(Cursor.START, Duration.ofMillis(20)).get())
        .isEqualTo(new FeedPage(List.of(), 0, false, null));
    Eventually.holds(() -> producer.poll.waiting() == 0);
  }

  @Test
  void no_poll_waits_longer_or_gets_more_than_the_limits() throws Exception {
    producer.publish(Producer.visit("a", "1"), Producer.visit("b", "2"));
    producer.await(Producer.VISITS, 2);
    var executor = Executors.newSingleThreadExecutor();
    try (var strict =
        new FeedPoll(producer.log, executor, new PollLimits(Duration.ofMillis(20), 1))) {
      var page = strict.poll(Producer.VISITS, Cursor.START, LONG, 1000).toCompletableFuture().get();
      var second =
          strict
              .poll(Producer.VISITS, page.events().get(0).cursor(), LONG, Integer.MAX_VALUE)
              .toCompletableFuture()
              .get();
      var nothing =
          strict
              .poll(Producer.VISITS, second.events().get(0).cursor(), LONG, 1000)
              .toCompletableFuture()
              .get();

      assertThat(page.events()).hasSize(1);
      assertThat(second.events()).hasSize(1);
      assertThat(nothing.events()).isEmpty();
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void a_timeout_of_minus_one_is_refused() {
    assertThat(failure(poll(Cursor.START, Duration.ofMillis(-1))))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidPollException.class))
        .extracting(InvalidPollException::parameter)
        .isEqualTo("timeout");
  }

  @Test
  void a_limit_of_zero_is_refused() {
    var poll = producer.poll.poll(Producer.VISITS, Cursor.START, LONG, 0).toCompletableFuture();

    assertThat(failure(poll))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidPollException.class))
        .extracting(InvalidPollException::parameter)
        .isEqualTo("limit");
  }

  @Test
  void an_unknown_feed_is_refused() {
    var poll = producer.poll.poll("weather", Cursor.START, LONG, 10).toCompletableFuture();

    assertThat(failure(poll)).isInstanceOf(UnknownFeedException.class);
  }

  @Test
  void a_cursor_ahead_of_the_feed_in_its_epoch_is_refused_and_does_not_wait() throws Exception {
    producer.publish(Producer.visit("a", "1"));
    producer.await(Producer.VISITS, 1);
    UUID epoch = producer.log.read(Producer.VISITS, Cursor.START, 10).epoch();
    assertThat(failure(poll(new Cursor(99, UUID.randomUUID()).in(epoch), LONG)))
        .isInstanceOf(CursorGoneException.class);
  }

  @Test
  void at_shutdown_every_poll_is_answered_and_no_new_one_waits() throws Exception {
    var poll = poll(Cursor.START, LONG);
    Eventually.holds(() -> producer.poll.waiting() == 1);

    producer.poll.close();

    assertThat(poll.get().events()).isEmpty();
    assertThat(poll(Cursor.START, LONG).get().events()).isEmpty();
  }

  @Test
  void a_poll_at_one_copy_is_woken_by_an_event_of_another() throws Exception {
    atAnotherCopy(
        there -> {
          awaitListener();
          var poll = there.poll(Producer.VISITS, Cursor.START, LONG, 10).toCompletableFuture();
          Eventually.holds(() -> there.waiting() == 1);

          producer.publish(Producer.visit("dorothy", "1"));

          assertThat(poll.get().events()).hasSize(1);
        });
  }

  @Test
  void a_copy_that_lost_its_connection_hears_of_what_it_missed() throws Exception {
    atAnotherCopy(
        there -> {
          awaitListener();
          var poll = there.poll(Producer.VISITS, Cursor.START, LONG, 10).toCompletableFuture();
          Eventually.holds(() -> there.waiting() == 1);

          producer.database.rows(
              "select pg_terminate_backend(pid)::text from pg_stat_activity where query like"
                  + " 'listen%'");
          producer.publish(Producer.visit("dorothy", "1"));

          assertThat(poll.get().events()).hasSize(1);
        });
  }

  private void atAnotherCopy(Scene scene) throws Exception {
    var executor = Executors.newSingleThreadExecutor();
    try (var there = new FeedPoll(producer.log, executor, PollLimits.DEFAULT);
        var watch = new HeadWatch(producer.database.dataSource(), producer.log, there)) {
      watch.start();
      scene.play(there);
    } finally {
      executor.shutdown();
    }
  }

  @FunctionalInterface
  private interface Scene {
    void play(FeedPoll there) throws Exception;
  }

  private void awaitListener() {
    Eventually.holds(
        () ->
            producer
                .database
                .rows("select count(*) from pg_stat_activity where query like 'listen%'")
                .contains("1"));
  }

  private CompletableFuture<FeedPage> poll(Cursor after, Duration timeout) {
    return producer.poll.poll(Producer.VISITS, after, timeout, 100).toCompletableFuture();
  }

  private static Throwable failure(CompletableFuture<?> poll) {
    try {
      poll.get();
      throw new AssertionError("It was not refused");
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
