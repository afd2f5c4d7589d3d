package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.feed.Feed;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.producer.FeedLog;
import io.familiarface.feed.producer.FeedWriter;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Follower;
import io.familiarface.feed.testing.Producer;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedRebuildTest {
  private static final List<String> DERIVED = List.of("tally");

  private Producer producer;
  private FeedServer server;
  private Follower follower;

  @BeforeEach
  void start() throws Exception {
    producer = new Producer(FeedDatabase.create("producer"));
    server = new FeedServer(producer.poll);
    follower =
        new Follower(new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> null));
  }

  @AfterEach
  void stop() {
    follower.close();
    server.close();
    producer.close();
  }

  @Test
  void what_is_rebuilt_is_equal_to_what_is_live() throws Exception {
    follower.start();
    publishVisits(300);
    follower.awaitPosition(300);
    var live = follower.state();

    rebuild(follower.tally).run();

    assertThat(follower.state()).isEqualTo(live);
    assertThat(follower.position()).isEqualTo(300);
    assertThatNothingIsLeftBehind();
  }

  @Test
  void it_is_equal_also_while_events_keep_coming() throws Exception {
    follower.start();
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
      rebuild(follower.tally).run();
    }
    enough.set(true);
    follower.awaitPosition(200 + writer.get());
    var live = follower.state();

    rebuild(follower.tally).run();

    assertThat(follower.database.rows("select sum(events) from tally"))
        .containsExactly(Integer.toString(200 + writer.get()));
    assertThat(follower.state()).isEqualTo(live);
    assertThatNothingIsLeftBehind();
  }

  @Test
  void it_mends_what_is_damaged_and_following_goes_on() throws Exception {
    follower.start();
    publishVisits(100);
    follower.awaitPosition(100);
    var sound = follower.state();
    follower.database.execute("delete from tally where subject <> 'customer3'");

    rebuild(follower.tally).run();
    assertThat(follower.state()).isEqualTo(sound);

    publishVisits(1);
    follower.awaitPosition(101);
    assertThat(follower.database.rows("select sum(events) from tally")).containsExactly("101");
  }

  @Test
  void events_that_a_handler_writes_while_rebuilding_are_not_sent() throws Exception {
    var flags = Feed.ofEvents("flags");
    new FeedLog(follower.database.dataSource(), URI.create("urn:x")).declare(List.of(flags));
    var writer = new FeedWriter(List.of(flags));
    FeedHandler raisesFlags =
        (event, delivery) -> {
          follower.tally.apply(event, delivery);
          writer.append(
              delivery.connection(),
              List.of(NewEvent.of("flags", "flag", event.subject(), event.time(), event.data())));
        };
    follower.start(raisesFlags, follower.unitOfWork());
    publishVisits(50);
    follower.awaitPosition(50);

    rebuild(raisesFlags).run();

    assertThat(follower.database.rows("select count(*) from feed_inbox")).containsExactly("50");
  }

  @Test
  void a_handler_is_told_that_it_rebuilds() throws Exception {
    var told = new AtomicBoolean();
    follower.start();
    publishVisits(1);
    follower.awaitPosition(1);

    rebuild((event, delivery) -> told.set(delivery.rebuilding())).run();

    assertThat(told).isTrue();
    assertThat(follower.state()).isEmpty();
  }

  @Test
  void parked_events_are_those_of_the_rebuilt_state() throws Exception {
    follower.tally.refuse("5");
    follower.tally.refuse("10");
    var consumer = follower.start();
    publishVisits(10);
    follower.awaitPosition(10);
    assertThat(consumer.parked().list(0, 10)).hasSize(2);
    follower.tally.accept("5");

    rebuild(follower.tally).run();

    assertThat(consumer.parked().list(0, 10))
        .extracting(parked -> parked.event().data())
        .containsExactly("10");
    assertThat(follower.database.rows("select sum(events) from tally")).containsExactly("9");
  }

  @Test
  void a_rebuild_that_dies_has_changed_nothing_and_the_next_one_sweeps_up() throws Exception {
    follower.start();
    publishVisits(100);
    follower.awaitPosition(100);
    var live = follower.state();

    assertThatThrownBy(
            () ->
                rebuild(
                        (event, delivery) -> {
                          follower.tally.apply(event, delivery);
                          if (event.position() == 70) {
                            throw new SQLException("terminated", "57P01");
                          }
                        })
                    .run())
        .hasMessageContaining("terminated");
    assertThat(follower.state()).isEqualTo(live);
    publishVisits(1);
    follower.awaitPosition(101);
    Eventually.holds(
        () ->
            follower
                .database
                .rows("select count(*) from feed_rebuild.feed_consumer where lease_until > now()")
                .contains("0"));

    rebuild(follower.tally).run();

    assertThat(follower.database.rows("select sum(events) from tally")).containsExactly("101");
    assertThatNothingIsLeftBehind();
  }

  @Test
  void two_rebuilds_at_once_are_refused() throws Exception {
    refusesAnother(Duration.ZERO);
  }

  @Test
  void one_that_takes_longer_over_a_batch_than_its_lease_is_not_disturbed() throws Exception {
    refusesAnother(Follower.SETTINGS.lease().multipliedBy(2));
  }

  private void refusesAnother(Duration later) throws Exception {
    follower.start();
    publishVisits(1);
    follower.awaitPosition(1);
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                rebuild(
                        (event, delivery) -> {
                          begun.countDown();
                          goOn.await();
                        })
                    .run();
                return "done";
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    begun.await();
    Thread.sleep(later.toMillis());

    assertThatThrownBy(() -> rebuild(follower.tally).run())
        .hasMessage("A rebuild is running already; wait until it has ended.");
    goOn.countDown();
    assertThat(first.get()).isEqualTo("done");
    assertThatNothingIsLeftBehind();
  }

  @Test
  void a_table_with_a_foreign_key_is_refused_by_name() throws Exception {
    follower.database.execute(
        "create table remark (subject text constraint about references tally (subject))");

    assertThatThrownBy(() -> rebuild(follower.tally).run())
        .hasMessageContaining("remark has the foreign key about");
  }

  @Test
  void after_a_rebuild_a_feed_that_is_another_one_now_is_followed_again() throws Exception {
    publishVisits(5);
    follower.database.execute(
        "insert into feed_consumer (feed, position, event_id) values ('visits', 99,"
            + " gen_random_uuid());insert into tally values ('somebody of before', 3, 'x')");

    rebuild(follower.tally).run();
    follower.start();
    publishVisits(1);
    follower.awaitPosition(6);

    assertThat(follower.database.rows("select sum(events) from tally")).containsExactly("6");
  }

  private FeedRebuild rebuild(FeedHandler handler) {
    var subscription = new Subscription(Producer.VISITS, follower.subscription().source(), handler);
    return new FeedRebuild(
        List.of(subscription), DERIVED, follower.unitOfWork(), Follower.SETTINGS);
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

  private void assertThatNothingIsLeftBehind() throws SQLException {
    assertThat(
            follower.database.rows(
                "select nspname from pg_namespace where nspname like 'feed_rebuild%'"))
        .isEmpty();
  }
}
