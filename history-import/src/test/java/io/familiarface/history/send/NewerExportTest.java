package io.familiarface.history.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.Reading;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.report.Note;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An export comes in, and later a newer one that says some of it again, in its own way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewerExportTest extends TwoExports {
  private static final String TWO_ANNS =
      """
      date,customer,technician,phone
      2025-01-06,Ann Lee,Ben Ortiz,802-555-0001
      2025-02-03,Ann Lee,Ben Ortiz,802-555-0001
      2025-02-10,Ann Lee,Al Reed,802-555-0002
      2025-03-10,Ann Lee,Al Reed,802-555-0002
      """;

  @Test
  void one_that_starts_later_and_knows_only_the_second_of_one_name_writes_nothing_on_the_first()
      throws IOException {
    send(TWO_ANNS);
    List<ObjectNode> before = server.all("customers");

    send(
        """
        date,customer,technician,phone
        2025-03-10,Ann Lee,Al Reed,802-555-0002
        2025-04-07,Ann Lee,Al Reed,802-555-0002
        """);

    assertThat(server.all("customers")).isEqualTo(before);
    assertHeld(2, 2, 5);
    assertThat(visitsOf(customerWithPhone("802-555-0002"))).hasSize(3);
    assertThat(visitsOf(customerWithPhone("802-555-0001"))).hasSize(2);
  }

  @Test
  void a_customer_visited_before_the_first_of_that_name_gets_a_key_of_their_own()
      throws IOException {
    send(TWO_ANNS);

    send(
        TWO_ANNS
            + """
            2024-12-02,Ann Lee,Cara Lund,802-555-0003
            """);

    assertHeld(3, 3, 5);
    assertThat(visitsOf(customerWithPhone("802-555-0001"))).hasSize(2);
    assertThat(visitsOf(customerWithPhone("802-555-0003"))).hasSize(1);
  }

  @Test
  void a_name_alone_that_two_are_held_under_is_refused_where_no_visit_tells_who_it_is()
      throws IOException {
    send(TWO_ANNS);

    SendReport report =
        send(
            """
            date,customer,technician
            2025-05-05,Ann Lee,Al Reed
            """);

    assertHeld(2, 2, 4);
    assertThat(report.refused())
        .first()
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(2);
              assertThat(refused.why()).contains("held for 2", "Fill in");
            });

    SendReport overlapping =
        send(
            """
            date,customer,technician
            2025-03-10,Ann Lee,Al Reed
            2025-05-05,Ann Lee,Al Reed
            """);

    assertHeld(2, 2, 4);
    assertThat(overlapping.refused()).extracting(SendReport.Refused::line).containsExactly(3L);
  }

  @Test
  void a_column_of_telephone_numbers_that_tells_two_apart_doubles_no_visit() throws IOException {
    send(TWO_ANNS.replaceAll("(?m),[^,]*$", ""));
    assertHeld(1, 1, 4);

    send(TWO_ANNS);
    assertHeld(1, 1, 4);

    send(TWO_ANNS + "2025-04-07,Ann Lee,Al Reed,802-555-0002\n");
    assertHeld(2, 2, 5);
  }

  @Test
  void a_lone_customer_with_a_new_number_is_the_same_and_that_is_said() throws IOException {
    send("date,customer,technician,phone\n2025-01-06,Ann Lee,Ben Ortiz,802-555-0001\n");

    SendReport report =
        send("date,customer,technician,phone\n2025-02-03,Ann Lee,Ben Ortiz,802-555-0009\n");

    assertHeld(1, 1, 2);
    assertThat(counted(report, Note.TAKEN_FOR_SAME)).isOne();
    assertThat(report.toString()).contains("line 2: Ann Lee, now with phone 8025550009");
  }

  @Test
  void a_customer_entered_by_hand_is_not_made_again_beside() throws IOException {
    server.enter("Ann Lee", "802-555-0001");

    SendReport report = send(TWO_ANNS);

    assertHeld(2, 1, 2);
    assertThat(report.refused())
        .first()
        .satisfies(
            refused ->
                assertThat(refused.why())
                    .contains("held without an external id", "give the one who is held"));
  }

  @Test
  void one_customer_said_later_doubles_no_visit() throws IOException {
    send(TWO_ANNS);

    send(
        TWO_ANNS + "2025-04-07,Ann Lee,Al Reed,802-555-0002\n",
        Reading.OPTIONS.withMapping(Mapping.of("one-customer = Ann Lee")));

    assertHeld(2, 2, 5);
  }

  @Test
  void customer_ids_that_are_filled_in_later_or_lost_again_double_nobody() throws IOException {
    String withIds =
        """
        date,customer,technician,phone,customer_id,technician_id
        2025-01-06,Ann Lee,Ben Ortiz,802-555-0001,C1,T1
        2025-02-03,Ann Lee,Ben Ortiz,802-555-0001,C1,T1
        2025-02-10,Ann Lee,Al Reed,802-555-0002,C2,T2
        2025-03-10,Ann Lee,Al Reed,802-555-0002,C2,T2
        """;
    send(TWO_ANNS);
    send(withIds);
    assertHeld(2, 2, 4);
    assertThat(server.all("technicians")).hasSize(2);

    server.close();
    start();
    send(withIds);
    send(TWO_ANNS + "2025-04-07,Ann Lee,Al Reed,802-555-0002\n");
    assertHeld(2, 2, 5);
    assertThat(server.all("technicians")).hasSize(2);
    assertThat(visitsOf(customerWithPhone("802-555-0002"))).hasSize(3);
  }
}
