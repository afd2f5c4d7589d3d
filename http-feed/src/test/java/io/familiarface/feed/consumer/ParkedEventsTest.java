package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.FeedServer;
import io.familiarface.feed.testing.Follower;
import io.familiarface.feed.testing.Producer;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParkedEventsTest {
  private static final String POISON = "\"poison\"";

  private Producer producer;
  private FeedServer server;
  private Follower follower;

  @BeforeEach
  void start() throws Exception {
    producer = new Producer(FeedDatabase.create("producer"));
    server = new FeedServer(producer.poll);
    follower = new Follower(source());
    follower.tally.refuse(POISON);
  }

  @AfterEach
  void stop() {
    follower.close();
    server.close();
    producer.close();
  }

  @Test
  void an_event_that_cannot_be_applied_blocks_its_subject_alone() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();

    assertThat(events()).containsExactly("dorothy 1", "grace 3");
    assertThat(consumer.parked().list(0, 10))
        .extracting(p -> p.event().position(), p -> p.event().data(), ParkedEvent::problem)
        .containsExactly(tuple(3L, POISON, "I can't digest " + POISON), tuple(5L, "5", null));
    assertThat(consumer.parked().list(3, 10)).hasSize(1);
    assertThat(consumer.status().parked()).isEqualTo(2);
    assertThat(consumer.status().behind()).isEqualTo(2);
  }

  @Test
  void later_events_of_the_subject_wait_behind_it() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();
    producer.publish(Producer.visit("dorothy", "7"));
    follower.awaitPosition(7);

    assertThat(events()).containsExactly("dorothy 1", "grace 3");
    assertThat(consumer.parked().list(0, 10))
        .extracting(p -> p.event().position())
        .containsExactly(3L, 5L, 7L);
  }

  @Test
  void an_event_too_long_to_be_read_blocks_its_subject_alone_and_can_be_given_up()
      throws Exception {
    var shortSighted = new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> "", 400);
    try (var reader = new Follower(shortSighted)) {
      producer.publish(Producer.visit("dorothy", "1"), Producer.visit("grace", "2"));
      producer.publish(Producer.visit("dorothy", '"' + "long ".repeat(100) + '"'));
      producer.publish(Producer.visit("grace", "4"), Producer.visit("dorothy", "5"));
      var consumer = reader.start();
      reader.awaitPosition(5);

      assertThat(reader.database.rows("select subject, events from tally order by subject"))
          .containsExactly("dorothy 1", "grace 2");
      var parked = consumer.parked().list(0, 10);
      assertThat(parked).extracting(p -> p.event().position()).containsExactly(3L, 5L);
      assertThat(parked.get(0).problem()).contains("too long for this service to read");
      assertThat(consumer.status().behind()).isEqualTo(2);
      assertThat(consumer.parked().replay("dorothy").problem()).contains("too long");

      assertThat(consumer.parked().discard(parked.get(0).event().cursor(), given -> {}))
          .contains(new Replay(1, 0, null));
      assertThat(reader.database.rows("select subject, events from tally order by subject"))
          .containsExactly("dorothy 2", "grace 2");
    }
  }

  @Test
  void a_replay_that_fails_again_leaves_everything_and_says_why() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();

    assertThat(consumer.parked().replay("dorothy"))
        .isEqualTo(new Replay(0, 2, "I can't digest " + POISON));
    assertThat(consumer.parked().list(0, 10)).hasSize(2);
    assertThat(events()).containsExactly("dorothy 1", "grace 3");
  }

  @Test
  void a_replay_after_the_fault_is_mended_ends_as_if_there_had_been_none() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();
    follower.tally.accept(POISON);

    assertThat(consumer.parked().replay("dorothy")).isEqualTo(new Replay(2, 0, null));
    producer.publish(Producer.visit("dorothy", "7"));
    follower.awaitPosition(7);

    assertThat(consumer.parked().list(0, 10)).isEmpty();
    assertThat(follower.state()).isEqualTo(stateWithoutFault(7));
  }

  @Test
  void to_replay_a_subject_with_nothing_parked_does_nothing() throws Exception {
    var consumer = follower.start();

    assertThat(consumer.parked().replay("nobody")).isEqualTo(new Replay(0, 0, null));
  }

  @Test
  void a_deletion_makes_the_parked_events_of_its_subject_void() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();
    producer.erase(Producer.VISITS, "person", "dorothy");
    producer.publish(Producer.visit("dorothy", "8"));
    follower.awaitPosition(8);

    assertThat(consumer.parked().list(0, 10)).isEmpty();
    assertThat(events()).containsExactly("dorothy 1", "grace 3");
    assertThat(follower.database.rows("select * from tally where subject = 'dorothy'")).hasSize(1);
  }

  @Test
  void an_error_of_the_handler_is_a_fault_like_any_other() throws Exception {
    var consumer =
        follower.start(
            (event, delivery) -> {
              throw new NoClassDefFoundError("Visit");
            },
            follower.unitOfWork());
    producer.publish(Producer.visit("dorothy", "1"));
    follower.awaitPosition(1);

    assertThat(consumer.parked().list(0, 10).get(0).problem())
        .isEqualTo(
            "This service could not apply it. Its log tells more, under the id of the event.");
  }

  @Test
  void a_newer_full_state_takes_the_place_of_one_that_cannot_be_applied() throws Exception {
    var consumer = follower.follow(Producer.CUSTOMERS);
    producer.publish(Producer.customer("dorothy", POISON), Producer.customer("grace", "2"));
    follower.awaitPosition(2);
    assertThat(consumer.status().parked()).isEqualTo(1);

    producer.publish(Producer.customer("dorothy", "3"));
    follower.awaitPosition(3);

    assertThat(consumer.status().parked()).isZero();
    assertThat(consumer.status().behind()).isZero();
    assertThat(events()).containsExactly("dorothy 1", "grace 1");
  }

  @Test
  void of_full_states_that_cannot_be_applied_only_the_newest_stays_parked() throws Exception {
    var consumer = follower.follow(Producer.CUSTOMERS);
    producer.publish(Producer.customer("dorothy", POISON));
    follower.awaitPosition(1);
    producer.publish(Producer.customer("dorothy", POISON));
    follower.awaitPosition(2);

    assertThat(consumer.parked().list(0, 10))
        .extracting(p -> p.event().position(), ParkedEvent::problem)
        .containsExactly(tuple(2L, "I can't digest " + POISON));
  }

  @Test
  void an_event_that_is_given_up_makes_way_for_those_behind_it() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();
    var poison = consumer.parked().list(0, 10).get(0).event();
    var given = new ArrayList<ParkedEvent>();

    assertThat(consumer.parked().discard(poison.cursor(), given::add))
        .contains(new Replay(1, 0, null));
    assertThat(given).extracting(ParkedEvent::event).containsExactly(poison);
    assertThat(consumer.parked().list(0, 10)).isEmpty();
    assertThat(events()).containsExactly("dorothy 2", "grace 3");

    assertThat(consumer.parked().discard(poison.cursor(), given::add)).isEmpty();
    assertThat(given).hasSize(1);
  }

  @Test
  void an_event_that_only_waits_is_not_given_up_before_the_one_in_front_of_it() throws Exception {
    var consumer = follower.start();
    publishPoisonForDorothyAmongEventsForGrace();
    var waiting = consumer.parked().list(0, 10).get(1).event();

    assertThatThrownBy(() -> consumer.parked().discard(waiting.cursor(), event -> {}))
        .isInstanceOf(WaitsBehindException.class)
        .hasMessageContaining("0000000000003::");
    assertThat(consumer.parked().list(0, 10)).hasSize(2);
  }

  @Test
  void what_is_told_of_a_parked_event_is_free_of_names_of_classes_and_words_of_SQL()
      throws Exception {
    var faults =
        Map.<String, Exception>of(
            "1", new SQLException("ERROR: duplicate key value violates unique constraint", "23505"),
            "2", new IllegalStateException(new SQLException("timestamp out of range", "22008")),
            "3", new IllegalArgumentException("No enum constant io.familiarface.Kind.ODD"),
            "4", new NullPointerException("Cannot invoke \"java.util.UUID.toString()\""),
            "5", new RuntimeException(new IllegalArgumentException("The year 0 is too early.")));
    var consumer =
        follower.start(
            (event, delivery) -> {
              throw faults.get(event.data());
            },
            follower.unitOfWork());
    for (var n : faults.keySet().stream().sorted().toList()) {
      producer.publish(Producer.visit("customer" + n, n));
    }
    follower.awaitPosition(5);

    assertThat(consumer.parked().list(0, 10))
        .extracting(ParkedEvent::problem)
        .containsExactly(
            "It contradicts what is stored here already.",
            "A value in it is too long, or of a form or size that can't be stored here.",
            "This service could not apply it. Its log tells more, under the id of the event.",
            "This service could not apply it. Its log tells more, under the id of the event.",
            "The year 0 is too early.");
  }

  private void publishPoisonForDorothyAmongEventsForGrace() throws Exception {
    producer.publish(
        Producer.visit("dorothy", "1"),
        Producer.visit("grace", "2"),
        Producer.visit("dorothy", POISON),
        Producer.visit("grace", "4"),
        Producer.visit("dorothy", "5"),
        Producer.visit("grace", "6"));
    follower.awaitPosition(6);
  }

  private List<String> events() throws Exception {
    return follower.database.rows("select subject, events from tally order by subject");
  }

  private List<String> stateWithoutFault(long position) throws Exception {
    try (var healthy = new Follower(source())) {
      healthy.start();
      healthy.awaitPosition(position);
      return healthy.state();
    }
  }

  private FeedSource source() {
    return new HttpFeedSource(HttpClient.newHttpClient(), server.base(), () -> "");
  }
}
