package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.consumer.ConsumerStatus.State;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Follower;
import io.familiarface.feed.testing.FrozenUnitOfWork;
import io.familiarface.feed.testing.MortalUnitOfWork;
import io.familiarface.feed.testing.Producer;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoCopiesTest {
  private final List<String> applied = new CopyOnWriteArrayList<>();
  private Producer producer;
  private FeedServer server;
  private Follower service;

  @BeforeEach
  void start() throws Exception {
    producer = new Producer(FeedDatabase.create("producer"));
    server = new FeedServer(producer.poll);
    service =
        new Follower(new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> null));
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
    producer.close();
  }

  @Test
  void one_copy_is_at_work_and_the_other_stands_by() throws Exception {
    startAndAwaitFirst("A");
    var b = service.start(handler("B"), service.unitOfWork());
    Eventually.holds(() -> b.status().state() == State.STANDING_BY);
    publishVisits(10);
    service.awaitPosition(11);

    assertThat(applied).hasSize(11).allMatch(by -> by.startsWith("A"));
    assertThat(b.status().position()).isEqualTo(11);
  }

  @Test
  void when_a_copy_ends_in_good_order_the_other_takes_over() throws Exception {
    var a = startAndAwaitFirst("A");
    service.start(handler("B"), service.unitOfWork());
    a.close();
    publishVisits(1);
    service.awaitPosition(2);

    assertThat(applied).containsExactly("A 1", "B 2");
    assertThat(a.status().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void when_a_copy_is_killed_the_other_takes_over_once_the_lease_has_run_out() throws Exception {
    var kill = new AtomicBoolean();
    service.start(handler("A"), new MortalUnitOfWork(service.database.unpooled(), kill::get));
    publishVisits(1);
    service.awaitPosition(1);
    service.start(handler("B"), service.unitOfWork());
    kill.set(true);
    publishVisits(1);
    service.awaitPosition(2);

    assertThat(applied).containsExactly("A 1", "B 2");
  }

  @Test
  void a_copy_that_waits_for_the_lease_of_a_killed_one_says_how_far_behind_it_is()
      throws Exception {
    var kill = new AtomicBoolean();
    service.start(handler("A"), new MortalUnitOfWork(service.database.unpooled(), kill::get));
    publishVisits(1);
    service.awaitPosition(1);
    kill.set(true);
    service.database.execute("update feed_consumer set lease_until = 'infinity'");
    publishVisits(3);
    producer.await(Producer.VISITS, 4);
    var b = service.start(handler("B"), service.unitOfWork());

    assertThat(b.status().behind()).isEqualTo(3);
    service.letTheLeaseRunOut();
    service.awaitPosition(4);
    Eventually.holds(() -> b.status().behind() == 0);
  }

  @Test
  void where_the_producer_does_not_answer_a_copy_that_waits_does_not_say_that_it_is_up_to_date()
      throws Exception {
    var kill = new AtomicBoolean();
    service.start(handler("A"), new MortalUnitOfWork(service.database.unpooled(), kill::get));
    publishVisits(1);
    service.awaitPosition(1);
    kill.set(true);
    service.database.execute("update feed_consumer set lease_until = 'infinity', problem = null");
    server.close();
    var b = service.start(handler("B"), service.unitOfWork());

    assertThat(b.status().behind()).isEqualTo(1);
    assertThat(b.status().problem()).contains("can't be read");
  }

  @Test
  void a_copy_that_wakes_up_after_it_was_overtaken_changes_nothing() throws Exception {
    var transactions = new FrozenUnitOfWork(service.unitOfWork());
    service.start(handler("A"), transactions);
    publishVisits(1);
    service.awaitPosition(1);
    transactions.freeze();
    publishVisits(5);
    service.start(handler("B"), service.unitOfWork());
    service.awaitPosition(6);
    transactions.thaw();
    publishVisits(5);
    service.awaitPosition(11);

    assertThat(applied.subList(1, 6)).allMatch(by -> by.startsWith("B"));
    assertThat(applied).hasSize(11);
    assertThat(service.database.rows("select sum(events) from tally")).containsExactly("11");
  }

  @Test
  void nobody_takes_over_in_the_middle_of_a_transaction() throws Exception {
    var inTheMiddle = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    service.start(
        (event, delivery) -> {
          inTheMiddle.countDown();
          goOn.await();
          handler("A").apply(event, delivery);
        },
        service.unitOfWork());
    publishVisits(1);
    inTheMiddle.await();
    var b = service.start(handler("B"), service.unitOfWork());
    Thread.sleep(Follower.SETTINGS.lease().multipliedBy(2).toMillis());
    assertThat(b.status().state()).isEqualTo(State.STANDING_BY);
    goOn.countDown();
    service.awaitPosition(1);
    publishVisits(1);
    service.awaitPosition(2);

    assertThat(applied).hasSize(2).startsWith("A 1");
    assertThat(service.database.rows("select sum(events) from tally")).containsExactly("2");
  }

  @Test
  void a_host_that_dies_in_the_middle_of_a_transaction_holds_the_feed_for_a_minute_at_most()
      throws Exception {
    var timeouts = new CopyOnWriteArrayList<String>();
    service.start(
        (event, delivery) -> {
          try (var statement = delivery.connection().createStatement();
              var row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            row.next();
            timeouts.add(row.getString(1));
          }
        },
        service.unitOfWork());
    publishVisits(1);
    service.awaitPosition(1);

    assertThat(timeouts).containsExactly("1min");
    assertThat(service.database.rows("show idle_in_transaction_session_timeout"))
        .containsExactly("0");
  }

  private FeedConsumer startAndAwaitFirst(String name) throws Exception {
    var copy = service.start(handler(name), service.unitOfWork());
    publishVisits(1);
    service.awaitPosition(1);
    return copy;
  }

  private FeedHandler handler(String name) {
    return (event, delivery) -> {
      service.tally.apply(event, delivery);
      applied.add(name + " " + event.position());
    };
  }

  private void publishVisits(int count) throws Exception {
    for (var n = 0; n < count; n++) {
      producer.publish(Producer.visit("dorothy", "1"));
    }
  }
}
