package io.familiarface.feed.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.CursorGoneException;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.UnknownFeedException;
import io.familiarface.feed.testing.Eventually;
import io.familiarface.feed.testing.FeedDatabase;
import io.familiarface.feed.testing.Producer;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedLogTest {
  private Producer producer;

  @BeforeEach
  void start() throws SQLException {
    producer = new Producer(FeedDatabase.create("log"));
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  @Test
  void an_aggregate_feed_keeps_the_newest_state_of_each_subject_and_every_cursor()
      throws Exception {
    producer.publish(Producer.customer("dorothy", "1"), Producer.customer("grace", "1"));
    producer.await(Producer.CUSTOMERS, 2);
    var atDorothy = producer.all(Producer.CUSTOMERS).get(0).cursor();
    producer.publish(Producer.customer("dorothy", "2"), Producer.customer("dorothy", "3"));
    producer.await(Producer.CUSTOMERS, 4);

    assertThat(producer.all(Producer.CUSTOMERS))
        .extracting(FeedEvent::position, FeedEvent::subject, FeedEvent::data)
        .containsExactly(tuple(2L, "grace", "1"), tuple(4L, "dorothy", "3"));
    assertThat(producer.log.read(Producer.CUSTOMERS, atDorothy, 10).events())
        .extracting(FeedEvent::position)
        .containsExactly(2L, 4L);
  }

  @Test
  void an_event_feed_keeps_everything() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"), Producer.visit("dorothy", "2"));
    producer.await(Producer.VISITS, 2);

    assertThat(producer.all(Producer.VISITS)).hasSize(2);
  }

  @Test
  void an_erased_person_is_in_no_stored_event_and_readers_are_told_to_forget() throws Exception {
    producer.publish(
        Producer.visit("dorothy", "\"nervous\""),
        Producer.visit("grace", "1"),
        Producer.visit("dorothy", "\"very nervous\""));
    producer.await(Producer.VISITS, 3);
    var last = producer.all(Producer.VISITS).get(2).cursor();
    producer.erase(Producer.VISITS, "person", "dorothy");
    producer.await(Producer.VISITS, 4);

    assertThat(
            producer.database.rows(
                "select * from feed_event union all select 'visits', entry, id, type, subject,"
                    + " time, deleted, data from feed_inbox"))
        .noneMatch(row -> row.contains("nervous"));
    assertThat(producer.all(Producer.VISITS))
        .extracting(FeedEvent::position, FeedEvent::subject, FeedEvent::deleted)
        .containsExactly(tuple(2L, "grace", false), tuple(4L, "dorothy", true));
    assertThat(producer.log.read(Producer.VISITS, last, 10).events())
        .extracting(FeedEvent::position)
        .containsExactly(4L);
  }

  @Test
  void an_erasure_misses_no_event_that_is_just_getting_its_position() throws Exception {
    for (var round = 0; round < 100; round++) {
      var subject = "person" + round;
      producer.publish(Producer.visit(subject, "\"secret\""));
      // The sequencer is at work on it now.
      producer.erase(Producer.VISITS, "person", subject);
    }
    producer.publish(Producer.visit("last", "1"));
    Eventually.holds(() -> producer.database.rows("select count(*) from feed_inbox").contains("0"));

    assertThat(producer.database.rows("select data::text from feed_event where data is not null"))
        .containsExactly("1");
  }

  @Test
  void an_erasure_that_is_rolled_back_changes_nothing() throws Exception {
    producer.publish(Producer.visit("dorothy", "1"));
    producer.await(Producer.VISITS, 1);

    assertThatThrownBy(
            () ->
                producer.database.transaction(
                    connection -> {
                      producer.writer.erase(
                          connection,
                          NewEvent.deletion(Producer.VISITS, "person", "dorothy", Producer.NOON));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(producer.all(Producer.VISITS)).extracting(FeedEvent::data).containsExactly("1");
  }

  @Test
  void a_page_ends_at_its_limit_and_tells_the_head() throws Exception {
    producer.publish(Producer.visit("a", "1"), Producer.visit("b", "2"), Producer.visit("c", "3"));
    producer.await(Producer.VISITS, 3);

    var page = producer.log.read(Producer.VISITS, Cursor.START, 2);

    assertThat(page.events()).extracting(FeedEvent::subject).containsExactly("a", "b");
    assertThat(page.head()).isEqualTo(3);
    assertThat(page.events().get(0).time()).isEqualTo(Producer.NOON);
  }

  @Test
  void there_is_no_feed_of_another_name() {
    assertThatThrownBy(() -> producer.log.read("weather", Cursor.START, 10))
        .isInstanceOf(UnknownFeedException.class)
        .hasMessage("There is no feed \"weather\" here.");
  }

  @Test
  void a_cursor_of_another_life_of_the_feed_is_gone() throws Exception {
    producer.publish(Producer.visit("a", "1"));
    producer.await(Producer.VISITS, 1);

    UUID epoch = producer.log.read(Producer.VISITS, Cursor.START, 10).epoch();
    var ahead = new Cursor(2, UUID.randomUUID());
    assertThatThrownBy(() -> producer.log.read(Producer.VISITS, ahead.in(epoch), 10))
        .isInstanceOf(CursorGoneException.class);
    assertThat(producer.log.read(Producer.VISITS, ahead, 10).events()).isEmpty();
    assertThatThrownBy(
            () -> producer.log.read(Producer.VISITS, new Cursor(1, UUID.randomUUID()), 10))
        .isInstanceOf(CursorGoneException.class)
        .hasMessageContaining("Rebuild what you derived from it.");
  }

  @Test
  void a_batch_of_long_events_ends_before_it_is_out_of_proportion() throws Exception {
    var long3MiB = "\"" + "x".repeat(3 * 1024 * 1024) + "\"";
    for (var n = 0; n < 5; n++) {
      producer.publish(Producer.visit("a", long3MiB));
    }
    producer.await(Producer.VISITS, 5);

    var first = producer.log.read(Producer.VISITS, Cursor.START, 100).events();
    var rest = producer.log.read(Producer.VISITS, first.get(2).cursor(), 100).events();

    assertThat(first).extracting(FeedEvent::position).containsExactly(1L, 2L, 3L);
    assertThat(rest).extracting(FeedEvent::position).containsExactly(4L, 5L);
  }
}
