package io.familiarface.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.rest.Ids;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class AuditTrailTest {
  @Inject AuditTrail audit;
  @Inject FeedPublisher feed;
  @Inject TransactionSynchronizationRegistry transaction;
  @Inject DataSource database;

  private final UUID note = Ids.next();
  private final UUID person = Ids.next();

  @Test
  void a_transaction_leaves_all_its_entries_in_the_order_of_the_changes() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              audit.changed("note.written", "note", note, null, null, Map.of("text", "a, \"b\""));
              audit.changed("note.edited", "note", note, person, Map.of("n", 1), Map.of("n", 2));
              audit.changed("note.removed", "note", note, person, Map.of("n", 2), null);
            });
    assertThat(trail())
        .containsExactly(
            "system note.written note null null {\"text\":\"a, \\\"b\\\"\"}",
            "system note.edited note " + person + " {\"n\":1} {\"n\":2}",
            "system note.removed note " + person + " {\"n\":2} null");
  }

  @Test
  void very_many_entries_are_written_and_proved_as_a_few_are() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              audit.changed("note.written", "note", note, person, null, Map.of("t", "a\t\n\\\"é"));
              for (int i = 0; i < 200; i++) {
                audit.changed("note.edited", "note", note, null, Map.of("n", i), Map.of("n", -i));
              }
              audit.changed("note.removed", "note", note, person, Map.of("t", "\\N"), null);
            });
    assertThat(trail())
        .hasSize(202)
        .startsWith("system note.written note " + person + " null {\"t\":\"a\\t\\n\\\\\\\"é\"}")
        .endsWith("system note.removed note " + person + " {\"t\":\"\\\\N\"} null");
    assertThat(
            texts(
                """
                select id::text from audit_entry where entity_id = ?
                  and (digest = audit_states_digest(salt, before, after)) is not true
                """,
                note))
        .as("entries without their proof")
        .isEmpty();
  }

  @Test
  void very_many_events_are_told_in_the_order_of_the_changes() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                IntStream.range(0, 200)
                    .forEach(
                        n ->
                            feed.publish(
                                "notes",
                                "io.familiarface.note.written",
                                note,
                                Instant.now(),
                                Map.of("text", "\t" + n))));
    assertThat(told())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).mapToObj(n -> "\t" + n).toList());
  }

  @Test
  void what_is_added_while_a_transaction_completes_is_written_whoever_waited_first() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              atTheEnd("before");
              audit.changed("note.written", "note", note, null, null, 1);
              atTheEnd("after");
            });
    assertThat(trail())
        .containsExactlyInAnyOrder(
            "system note.written note null null 1",
            "system note.before note null null 2",
            "system note.after note null null 2");
    assertThat(told()).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void what_is_added_only_while_a_transaction_completes_is_written_too() {
    QuarkusTransaction.requiringNew().run(() -> atTheEnd("alone"));
    assertThat(trail()).containsExactly("system note.alone note null null 2");
    assertThat(told()).containsExactly("alone");
  }

  /** As the session of the entities, or whatever else waits for the end, may do. */
  private void atTheEnd(String what) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            audit.changed("note." + what, "note", note, null, null, 2);
            feed.publish(
                "notes", "io.familiarface.note.written", note, Instant.now(), Map.of("text", what));
          }

          @Override
          public void afterCompletion(int status) {
            // Nothing is left to be done.
          }
        });
  }

  private List<String> told() {
    return texts(
        """
        select data ->> 'text' from (
          select data from feed_inbox where subject = ?
          union all select data from feed_event where subject = ?) as told\
        """,
        note.toString(),
        note.toString());
  }

  @Test
  void a_transaction_that_fails_leaves_none() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          audit.changed("note.written", "note", note, null, null, "a");
                          throw new IllegalStateException("after the change");
                        }))
        .hasMessage("after the change");
    assertThat(trail()).isEmpty();
  }

  @Test
  void what_is_read_outside_a_transaction_is_written_at_once() {
    audit.read(note, "card");
    assertThat(trail()).containsExactly("system read card " + note + " null null");
  }

  private List<String> trail() {
    return texts(
        """
        select concat_ws(' ', actor, action, entity_type, coalesce(person_id::text, 'null'),
          coalesce(before::text, 'null'), coalesce(after::text, 'null'))
        from audit_entry where entity_id = ? order by id
        """,
        note);
  }

  private List<String> texts(String sql, Object... values) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      var texts = new ArrayList<String>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
