package io.familiarface.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.rest.Ids;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class AuditTrailTest {
  @Inject AuditTrail audit;
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
            "anonymous note.written note null null {\"text\":\"a, \\\"b\\\"\"}",
            "anonymous note.edited note " + person + " {\"n\":1} {\"n\":2}",
            "anonymous note.removed note " + person + " {\"n\":2} null");
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
    assertThat(trail()).containsExactly("anonymous read card " + note + " null null");
  }

  private List<String> trail() {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                """
                select concat_ws(' ', actor, action, entity_type, coalesce(person_id::text, 'null'),
                  coalesce(before::text, 'null'), coalesce(after::text, 'null'))
                from audit_entry where entity_id = ? order by id
                """)) {
      query.setObject(1, note);
      var entries = new ArrayList<String>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          entries.add(rows.getString(1));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
