package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.consumer.ConsumerStatus.State;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Follower;
import io.familiarface.feed.testing.Producer;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedRebuildTest {
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
    return new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> null);
  }

  @Test
  void what_is_rebuilt_is_equal_to_what_was_there() throws Exception {
    var consumer = follower.start();
    publishVisits(300);
    follower.awaitPosition(300);
    var before = follower.state();

    rebuild(consumer);

    assertThat(follower.state()).isEqualTo(before);
    assertThat(follower.position()).isEqualTo(300);
    assertThat(follower.database.rows("select * from feed_rebuild")).isEmpty();
  }

  @Test
  void it_is_equal_also_while_events_keep_coming() throws Exception {
    var consumer = follower.start();
    publishVisits(200);
    var enough = new AtomicBoolean();
    var writer =
        CompletableFuture.supplyAsync(
            () -> {
              var written = 0;
              for (; !enough.get(); written++) {
                publishVisits(1);
              }
              return written;
            });
    for (var round = 0; round < 3; round++) {
      rebuild(consumer);
    }
    enough.set(true);
    follower.awaitPosition(200 + writer.get());

    assertThat(follower.state()).isEqualTo(stateOfOneThatReadsItNow());
  }

  @Test
  void it_ends_however_fast_the_feed_grows() throws Exception {
    follower.close();
    follower =
        new Follower(
            (feed, after, timeout, limit) -> {
              // More than the answer holds, so that its end is never the head; who only asks for
              // the head asks for one.
              if (limit > 1) {
                publishVisits(2 * limit);
                producer.await(Producer.VISITS, published);
              }
              return source().poll(feed, after, timeout, limit);
            });
    var consumer = follower.start();

    rebuild(consumer);

    assertThat(consumer.status().behind()).isPositive();
  }

  @Test
  void who_is_told_of_anew_while_a_compacted_feed_is_read_is_there_all_the_time() throws Exception {
    tellOfCustomers(0, 60);
    producer.await(Producer.CUSTOMERS, 60);
    var toldAnew = new AtomicBoolean(true);
    follower.close();
    follower =
        new Follower(
            (feed, after, timeout, limit) -> {
              if (after.position() == 20 && toldAnew.compareAndSet(false, true)) {
                // At the end of more than a page, from where it would have been read next.
                tellOfCustomers(0, 20);
                tellOfCustomers(50, 51);
                producer.await(Producer.CUSTOMERS, 81);
              }
              return source().poll(feed, after, timeout, limit);
            });
    var gone = new CopyOnWriteArrayList<String>();
    var consumer =
        follower.start(
            new Subscription(
                Producer.CUSTOMERS,
                follower.source(),
                new FeedHandler() {
                  @Override
                  public void apply(FeedEvent event, Delivery delivery) throws Exception {
                    follower.tally.apply(event, delivery);
                  }

                  @Override
                  public List<String> subjects(Delivery delivery) throws Exception {
                    return follower.tally.subjects(delivery);
                  }

                  @Override
                  public void replace(
                      Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
                      throws Exception {
                    var toldOf = events.stream().map(FeedEvent::subject).toList();
                    subjects.stream().filter(one -> !toldOf.contains(one)).forEach(gone::add);
                    follower.tally.replace(subjects, events, delivery);
                  }
                }),
            follower.unitOfWork());
    follower.awaitPosition(60);

    toldAnew.set(false);
    rebuild(consumer);

    assertThat(toldAnew).isTrue();
    assertThat(gone).isEmpty();
    assertThat(follower.position()).isEqualTo(81);
    assertThat(follower.state()).hasSize(60);
  }

  @Test
  void it_mends_what_is_damaged_and_following_goes_on() throws Exception {
    var consumer = follower.start();
    publishVisits(100);
    follower.awaitPosition(100);
    follower.database.execute(
        "delete from tally where subject <> 'customer3'; insert into tally values ('nobody', 3,"
            + " '')");

    rebuild(consumer);
    publishVisits(1);
    follower.awaitPosition(101);

    assertThat(follower.state()).isEqualTo(stateOfOneThatReadsItNow());
  }

  @Test
  void nobody_sees_a_subject_half_done_and_it_is_behind_as_long_as_it_lasts() throws Exception {
    var replaced = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var consumer =
        follower.start(
            new FeedHandler() {
              @Override
              public void apply(FeedEvent event, Delivery delivery) throws Exception {
                follower.tally.apply(event, delivery);
              }

              @Override
              public void replace(
                  Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
                  throws Exception {
                follower.tally.replace(subjects, events, delivery);
                replaced.countDown();
                goOn.await();
              }
            },
            follower.unitOfWork());
    publishVisits(50);
    follower.awaitPosition(50);
    var before = follower.state();

    request(consumer);
    replaced.await();
    assertThat(follower.state()).isEqualTo(before);
    var status = consumer.status();
    assertThat(status.state()).isEqualTo(State.REBUILDING);
    assertThat(status.behind()).isPositive();
    assertThat(status.rebuild().done()).isZero();
    goOn.countDown();
    awaitEnd(consumer);

    assertThat(follower.state()).isEqualTo(before);
  }

  @Test
  void parked_events_are_those_that_cannot_be_applied_now() throws Exception {
    follower.tally.refuse("5");
    follower.tally.refuse("10");
    var consumer = follower.start();
    publishVisits(20);
    follower.awaitPosition(20);
    follower.tally.accept("5");

    rebuild(consumer);

    assertThat(consumer.parked().list(0, 10))
        .extracting(parked -> parked.event().data(), ParkedEvent::problem)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("10", "I can't digest 10"),
            org.assertj.core.groups.Tuple.tuple("17", null));
    follower.tally.accept("10");
    consumer.parked().replay("customer3");
    assertThat(follower.state()).isEqualTo(stateOfOneThatReadsItNow());
  }

  @Test
  void one_that_is_interrupted_is_begun_again() throws Exception {
    var failures = new CountDownLatch(3);
    var consumer =
        follower.start(
            new FeedHandler() {
              @Override
              public void apply(FeedEvent event, Delivery delivery) throws Exception {
                follower.tally.apply(event, delivery);
              }

              @Override
              public void replace(
                  Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
                  throws Exception {
                follower.tally.replace(subjects, events, delivery);
                if (failures.getCount() > 0) {
                  failures.countDown();
                  throw new SQLException("terminated", "57P01");
                }
              }
            },
            follower.unitOfWork());
    publishVisits(100);
    follower.awaitPosition(100);
    var before = follower.state();

    rebuild(consumer);

    assertThat(failures.getCount()).isZero();
    assertThat(follower.state()).isEqualTo(before);
    assertThat(consumer.status().parked()).isZero();
  }

  @Test
  void after_the_producer_is_restored_a_consumer_that_knows_more_rebuilds_by_itself()
      throws Exception {
    var consumer = follower.start();
    publishVisits(20);
    producer.backUp();
    publishVisits(10);
    producer.publish(Producer.visit("came afterwards", "0"));
    producer.await(Producer.VISITS, 31);
    follower.awaitPosition(31);

    producer.restore();
    publishVisits(3);
    follower.awaitPosition(23);
    awaitEnd(consumer);

    assertThat(follower.state()).isEqualTo(stateOfOneThatReadsItNow());
    assertThat(follower.database.rows("select * from tally where subject = 'came afterwards'"))
        .isEmpty();
  }

  @Test
  void there_is_no_gap_though_the_restored_producer_has_written_past_the_consumer()
      throws Exception {
    follower.start();
    publishVisits(20);
    producer.backUp();
    publishVisits(5);
    producer.await(Producer.VISITS, 25);
    follower.awaitPosition(25);
    follower.stopCopies();

    producer.restore();
    publishVisits(30);
    producer.await(Producer.VISITS, 50);
    // As a compacted feed or an erasure may have taken the event away that would tell.
    producer.database.execute("delete from feed_event where position = 25");
    follower.start();
    follower.awaitPosition(50);

    assertThat(follower.state()).isEqualTo(stateOfOneThatReadsItNow());
  }

  @Test
  void a_consumer_that_had_not_come_as_far_as_the_backup_just_goes_on() throws Exception {
    publishVisits(10);
    var consumer = follower.start();
    follower.awaitPosition(10);
    follower.stopCopies();
    publishVisits(10);
    producer.await(Producer.VISITS, 20);
    producer.backUp();
    publishVisits(10);
    producer.await(Producer.VISITS, 30);

    producer.restore();
    publishVisits(1);
    follower.database.execute("insert into tally values ('would be gone after a rebuild', 0, '')");
    follower.start();
    follower.awaitPosition(21);

    assertThat(follower.database.rows("select events from tally where events = 0")).hasSize(1);
    assertThat(consumer.status().parked()).isZero();
  }

  private void rebuild(FeedConsumer consumer) throws Exception {
    request(consumer);
    awaitEnd(consumer);
  }

  private void request(FeedConsumer consumer) throws Exception {
    try (var connection = follower.database.dataSource().getConnection()) {
      consumer.requestRebuild(connection);
    }
  }

  private static void awaitEnd(FeedConsumer consumer) {
    Eventually.holds(() -> consumer.status().rebuild() == null);
  }

  private void tellOfCustomers(int from, int to) {
    try {
      for (var customer = from; customer < to; customer++) {
        producer.publish(Producer.customer("customer" + customer, "0"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int published;

  private void publishVisits(int count) {
    try {
      for (var n = 0; n < count; n++) {
        published++;
        producer.publish(Producer.visit("customer" + published % 7, Integer.toString(published)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> stateOfOneThatReadsItNow() throws Exception {
    try (var fresh = new Follower(source())) {
      fresh.start();
      fresh.awaitPosition(producer.log.heads().get(Producer.VISITS));
      return fresh.state();
    }
  }
}
