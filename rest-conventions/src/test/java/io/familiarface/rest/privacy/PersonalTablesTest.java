package io.familiarface.rest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.privacy.PersonalTables.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalTablesTest {

  @Test
  void the_person_and_whatever_names_them_are_found() {
    Map<String, String> found =
        PersonalTables.queries(
            List.of(
                column("customer", "id", "uuid"),
                column("customer", "preferred_name", "text"),
                column("trait", "customer_id", "uuid", "customer", "id"),
                column("referral", "by_customer_id", "uuid"),
                column("referral", "newcomer", "uuid", "customer", "id"),
                column("technician", "id", "uuid")));
    assertThat(found).containsOnlyKeys("customer", "referral", "trait");
    assertThat(found.get("customer"))
        .contains("\"preferred_name\" as \"preferredName\"")
        .contains("where \"id\" = :person");
    assertThat(found.get("referral"))
        .contains("where \"by_customer_id\" = :person or \"newcomer\" = :person");
  }

  @Test
  void what_belongs_to_a_row_about_them_is_about_them() {
    Map<String, String> found =
        PersonalTables.queries(
            List.of(
                column("complaint", "id", "uuid"),
                column("complaint", "customer_id", "uuid"),
                column("step", "id", "uuid"),
                column("step", "complaint_id", "uuid", "complaint", "id"),
                column("word", "step_id", "uuid", "step", "id")));
    assertThat(found).containsOnlyKeys("complaint", "step", "word");
    assertThat(found.get("step"))
        .contains(
            "\"complaint_id\" = any(array(select \"id\" from \"complaint\""
                + " where \"customer_id\" = :person))");
    assertThat(found.get("word")).contains("from \"step\" where \"complaint_id\"");
  }

  @Test
  void events_stored_answers_and_what_nobody_can_read_are_left_out() {
    Map<String, String> found =
        PersonalTables.queries(
            List.of(
                column("feed_event", "customer_id", "uuid"),
                column("idempotency_key", "customer_id", "uuid"),
                column("customer_photo", "customer_id", "uuid"),
                column("customer_photo", "content", "bytea")));
    assertThat(found).containsOnlyKeys("customer_photo");
    assertThat(found.get("customer_photo")).doesNotContain("content");
  }

  private static Column column(String table, String column, String type) {
    return column(table, column, type, null, null);
  }

  private static Column column(
      String table, String column, String type, String other, String referred) {
    return new Column(table, column, type, other, referred);
  }
}
