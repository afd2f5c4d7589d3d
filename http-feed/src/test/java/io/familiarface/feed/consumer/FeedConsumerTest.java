package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.consumer.ConsumerStatus.State;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Follower;
import io.familiarface.feed.testing.MortalUnitOfWork;
import io.familiarface.feed.testing.Producer;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedConsumerTest {
  private Producer producer;
  private FeedServer server;
  private Follower follower;

  @BeforeEach
  void start() throws Exception {
    producer = new Producer(FeedDatabase.create("producer"));
    server = new FeedServer(producer.poll);
    follower = new Follower(source());
  }

  @AfterEach
  void stop() {
    follower.close();
    server.close();
    producer.close();
  }

  private FeedSource source() {
    return new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> "token");
  }

  @Test
  void what_is_published_over_there_takes_effect_here() throws Exception {
    var consumer = follower.start();
    publishVisits(1, 50);
    follower.awaitPosition(50);
    publishVisits(51, 60);
    follower.awaitPosition(60);

    assertThat(follower.state()).isEqualTo(stateOfOneThatWasNeverKilled(60));
    Eventually.holds(() -> consumer.status().state() == State.FOLLOWING);
    var status = consumer.status();
    assertThat(status)
        .isEqualTo(
            new ConsumerStatus(
                Producer.VISITS, 60, 0, 0, status.heardAt(), State.FOLLOWING, null, null));
    assertThat(status.heardAt()).isNotNull();
  }

  @Test
  void a_consumer_killed_at_random_moments_ends_with_the_same_state_as_one_that_never_was()
      throws Exception {
    publishVisits(1, 600);
    var random = new Random(20260105);
    var deaths = 0;
    while (follower.position() < 600) {
      var fate = random.nextInt(40);
      var moments = new AtomicInteger();
      var mortal =
          new MortalUnitOfWork(
              follower.database.unpooled(), () -> moments.getAndIncrement() == fate);
      var process = follower.start(follower.tally, mortal);
      Eventually.holds(() -> mortal.isDead() || follower.position() == 600);
      deaths += mortal.isDead() ? 1 : 0;
      process.close();
      follower.letTheLeaseRunOut();
    }

    assertThat(deaths).isGreaterThan(10);
    assertThat(follower.state()).isEqualTo(stateOfOneThatWasNeverKilled(600));
    assertThat(follower.database.rows("select * from feed_parked")).isEmpty();
  }

  @Test
  void an_answer_without_events_is_heard_and_one_that_did_not_wait_is_not_asked_for_at_once()
      throws Exception {
    var polls = new AtomicInteger();
    try (var patient =
        new Follower(
            (feed, after, timeout, limit) -> {
              polls.incrementAndGet();
              return CompletableFuture.completedFuture(new FeedPage(List.of(), 0, false, null));
            })) {
      var consumer = patient.start();
      Eventually.holds(() -> consumer.status().heardAt() != null);
      var firstHeard = consumer.status().heardAt();
      Eventually.holds(() -> consumer.status().heardAt().isAfter(firstHeard));
      var begun = System.nanoTime();
      var before = polls.get();
      Thread.sleep(200);
      var asked = polls.get() - before;

      // Pauses grow to 20 ms, of which at least half is kept; the first few are shorter.
      assertThat(asked * 10L).isLessThan((System.nanoTime() - begun) / 1_000_000 + 100);
    }
  }

  @Test
  void a_handler_may_take_many_events_at_once() throws Exception {
    var sizes = new CopyOnWriteArrayList<Integer>();
    publishVisits(1, 50);
    follower.start(
        new FeedHandler() {
          @Override
          public void apply(FeedEvent event, Delivery delivery) {
            throw new IllegalStateException("one by one would be slow");
          }

          @Override
          public void applyAll(List<FeedEvent> events, Delivery delivery) {
            sizes.add(events.size());
          }
        },
        follower.unitOfWork());
    follower.awaitPosition(50);

    assertThat(sizes).containsExactly(20, 20, 10);
  }

  @Test
  void a_failure_of_the_database_parks_nothing_however_long_it_lasts() throws Exception {
    var failures = new AtomicInteger();
    publishVisits(1, 3);
    follower.start(
        (event, delivery) -> {
          if (failures.incrementAndGet() <= 3 * Follower.SETTINGS.tries()) {
            throw new IllegalStateException(new SQLException("too busy", "40001"));
          }
          follower.tally.apply(event, delivery);
        },
        follower.unitOfWork());
    follower.awaitPosition(3);

    assertThat(follower.state()).isEqualTo(stateOfOneThatWasNeverKilled(3));
    assertThat(follower.database.rows("select * from feed_parked")).isEmpty();
  }

  @Test
  void a_pool_without_a_free_connection_parks_nothing_however_long_it_lasts() throws Exception {
    var failures = new AtomicInteger();
    publishVisits(1, 3);
    var consumer =
        follower.start(
            (event, delivery) -> {
              if (failures.incrementAndGet() <= 3 * Follower.SETTINGS.tries()) {
                throw new IllegalStateException(new SQLException("Sorry, acquisition timeout!"));
              }
              follower.tally.apply(event, delivery);
            },
            follower.unitOfWork());
    follower.awaitPosition(3);

    assertThat(follower.state()).isEqualTo(stateOfOneThatWasNeverKilled(3));
    assertThat(consumer.status().parked()).isZero();
  }

  @Test
  void one_that_stands_is_behind_though_nobody_knows_how_far_and_every_copy_says_so()
      throws Exception {
    publishVisits(1, 3);
    var atWork = follower.start();
    follower.awaitPosition(3);
    server.close();
    Eventually.holds(() -> atWork.status().state() == State.RETRYING);
    var standingBy = follower.start();
    Eventually.holds(
        () -> standingBy.status().state() == State.STANDING_BY && standingBy.status().behind() > 0);

    assertThat(atWork.status().behind()).isEqualTo(1);
    assertThat(standingBy.status().behind()).isEqualTo(1);
    assertThat(standingBy.status().problem()).contains("can't be read");
  }

  @Test
  void what_was_too_much_at_once_is_asked_for_in_parts_down_to_single_events() throws Exception {
    var asked = new CopyOnWriteArrayList<Integer>();
    var shortSighted = new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> "", 400);
    publishVisits(1, 50);
    try (var reader =
        new Follower(
            (feed, after, timeout, limit) -> {
              asked.add(limit);
              return shortSighted.poll(feed, after, timeout, limit);
            })) {
      reader.start();
      reader.awaitPosition(50);

      assertThat(reader.state()).isEqualTo(stateOfOneThatWasNeverKilled(50));
      assertThat(asked).startsWith(20, 10, 5, 2, 1);
    }
  }

  @Test
  void while_the_producer_is_away_the_consumer_tries_again_and_says_so() throws Exception {
    server.close();
    var consumer = follower.start();
    Eventually.holds(() -> consumer.status().state() == State.RETRYING);

    assertThat(consumer.status().problem()).contains("/v1/feeds/visits").contains("can't be read");
  }

  @Test
  void how_far_behind_it_is_stays_visible_while_it_stands() throws Exception {
    publishVisits(1, 30);
    var consumer =
        follower.start(
            (event, delivery) -> {
              if (event.position() > 20) {
                throw new SQLException("no connection", "08006");
              }
              follower.tally.apply(event, delivery);
            },
            follower.unitOfWork());
    Eventually.holds(() -> consumer.status().state() == State.RETRYING);
    follower.awaitPosition(20);

    assertThat(consumer.status().behind()).isEqualTo(10);
    assertThat(consumer.status().problem()).contains("database of this service is busy or away");
  }

  private void publishVisits(int from, int to) throws SQLException {
    for (var n = from; n <= to; n++) {
      producer.publish(Producer.visit("customer" + n % 7, Integer.toString(n)));
    }
    producer.await(Producer.VISITS, to);
  }

  private List<String> stateOfOneThatWasNeverKilled(long position) throws Exception {
    try (var spared = new Follower(source())) {
      spared.start();
      spared.awaitPosition(position);
      return spared.state();
    }
  }
}
