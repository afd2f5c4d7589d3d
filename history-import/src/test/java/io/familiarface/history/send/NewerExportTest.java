package io.familiarface.history.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.HistoryOptions;
import io.familiarface.history.HistoryPlan;
import io.familiarface.history.HistoryReader;
import io.familiarface.history.Progress;
import io.familiarface.history.Reading;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export comes in, and later a newer one that says some of it again, in its own way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewerExportTest {
  private static final String TWO_ANNS =
      """
      date,customer,technician,phone
      2025-01-06,Ann Lee,Ben Ortiz,802-555-0001
      2025-02-03,Ann Lee,Ben Ortiz,802-555-0001
      2025-02-10,Ann Lee,Al Reed,802-555-0002
      2025-03-10,Ann Lee,Al Reed,802-555-0002
      """;
  private static final String NO_PROGRAM =
      """
      date,customer,technician
      2025-01-06,Ann Lee,Ben Ortiz
      2025-02-03,Ann Lee,Ben Ortiz
      2025-02-05,Ann Lee,Al Reed
      2025-03-03,Ann Lee,Ben Ortiz
      """;
  private static final String PROGRAMS =
      """
      date,customer,technician,program
      2025-01-06,Ann Lee,Ben Ortiz,Rodents
      2025-02-03,Ann Lee,Ben Ortiz,Rodents
      2025-02-05,Ann Lee,Al Reed,Termites
      2025-03-03,Ann Lee,Ben Ortiz,Rodents
      """;

  @TempDir Path folder;
  private ImportServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ImportServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

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
  void a_customer_visited_before_the_first_of_that_name_gets_a_key_of_her_own() throws IOException {
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
  void a_column_of_programs_that_is_added_or_left_out_doubles_no_visit() throws IOException {
    send(NO_PROGRAM);
    assertHeld(1, 1, 4);

    SendReport named = send(PROGRAMS + "2025-04-07,Ann Lee,Ben Ortiz,Rodents\n");
    assertHeld(1, 1, 5);
    assertThat(server.all("agreements").get(0).get("program").asText()).isEqualTo("Rodents");
    assertThat(counted(named, Note.KNOWN_ELSEWHERE)).isOne();

    send(PROGRAMS + "2025-05-05,Ann Lee,Al Reed,Termites\n");
    assertHeld(1, 2, 6);

    SendReport unnamed = send(NO_PROGRAM + "2025-06-02,Ann Lee,Ben Ortiz\n");
    assertHeld(1, 2, 7);
    assertThat(server.all("agreements"))
        .extracting(agreement -> agreement.get("program").asText())
        .containsExactlyInAnyOrder("Rodents", "Termites");
    assertThat(counted(unnamed, Note.PROGRAM_NOT_SAID)).isOne();
  }

  @Test
  void a_mapping_that_leaves_the_program_out_doubles_no_visit() throws IOException {
    send(PROGRAMS);
    assertHeld(1, 2, 4);

    send(PROGRAMS, Reading.OPTIONS.withMapping(Mapping.of("program =")));

    assertHeld(1, 2, 4);
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

  @Test
  void a_later_export_of_a_customer_who_came_back_goes_to_the_agreement_that_runs()
      throws IOException {
    String back =
        """
        date,customer,technician,cancelled_on
        2024-01-10,Ann Lee,Ben Ortiz,2024-03-01
        2024-02-10,Ann Lee,Ben Ortiz,
        2024-09-10,Ann Lee,Al Reed,
        2024-10-10,Ann Lee,Al Reed,
        """;
    send(back);
    assertHeld(1, 2, 4);

    SendReport overlapping =
        send(
            """
            date,customer,technician
            2024-10-10,Ann Lee,Al Reed
            2024-11-10,Ann Lee,Al Reed
            """);
    assertHeld(1, 2, 5);
    assertThat(overlapping.refusedCount()).isZero();

    send("date,customer,technician\n2024-12-10,Ann Lee,Al Reed\n");
    assertHeld(1, 2, 6);
    assertThat(visitsOfAgreementThatRuns()).hasSize(4);

    send(back.replace(",2024-03-01", ",") + "2025-01-10,Ann Lee,Al Reed,\n");
    assertHeld(1, 2, 7);
    assertThat(visitsOfAgreementThatRuns()).hasSize(5);
  }

  @Test
  void who_came_back_since_the_first_export_gets_a_second_agreement_whatever_the_newer_one_says()
      throws IOException {
    String left =
        """
        date,customer,technician,cancelled_on
        2024-01-10,Ann Lee,Ben Ortiz,2024-03-01
        2024-02-10,Ann Lee,Ben Ortiz,
        """;
    send(left);

    SendReport report = send(left.replace(",2024-03-01", ",") + "2024-09-10,Ann Lee,Al Reed,\n");

    assertHeld(1, 2, 3);
    assertThat(counted(report, Note.CAME_BACK)).isOne();
    assertThat(visitsOfAgreementThatRuns()).hasSize(1);
    assertThat(server.all("agreements").get(1).get("startsOn").asText()).isEqualTo("2024-09-10");
  }

  @Test
  void a_technician_corrected_in_a_newer_export_corrects_the_visit() throws IOException {
    send(NO_PROGRAM);

    send(PROGRAMS.replace("2025-03-03,Ann Lee,Ben Ortiz", "2025-03-03,Ann Lee,Cara Lund"));

    assertHeld(1, 1, 4);
    assertThat(server.all("visits"))
        .filteredOn(visit -> visit.get("scheduledAt").asText().startsWith("2025-03-03"))
        .extracting(visit -> visit.get("technicianName").asText())
        .containsExactly("Cara Lund");
  }

  @Test
  void a_column_of_visit_ids_that_is_added_doubles_no_visit() throws IOException {
    send(NO_PROGRAM);

    send(
        """
        date,customer,technician,visit_id
        2025-01-06,Ann Lee,Ben Ortiz,V1
        2025-02-03,Ann Lee,Ben Ortiz,V2
        2025-02-05,Ann Lee,Al Reed,V3
        2025-03-03,Ann Lee,Ben Ortiz,V4
        2025-03-03,Ann Lee,Ben Ortiz,V5
        """);

    assertHeld(1, 1, 5);
  }

  private void assertHeld(int customers, int agreements, int visits) {
    assertThat(server.all("customers")).as("customers").hasSize(customers);
    assertThat(server.all("agreements")).as("agreements").hasSize(agreements);
    assertThat(server.all("visits")).as("visits").hasSize(visits);
  }

  private String customerWithPhone(String phone) {
    return server.all("customers").stream()
        .filter(customer -> customer.get("phone").asText().equals(phone))
        .map(customer -> customer.get("externalId").asText())
        .findFirst()
        .orElseThrow();
  }

  private List<ObjectNode> visitsOf(String customer) {
    return server.all("visits").stream()
        .filter(visit -> visit.get("customerExternalId").asText().equals(customer))
        .toList();
  }

  private List<ObjectNode> visitsOfAgreementThatRuns() {
    String runs =
        server.all("agreements").stream()
            .filter(agreement -> !agreement.has("cancelledAt"))
            .map(agreement -> agreement.get("externalId").asText())
            .findFirst()
            .orElseThrow();
    return server.all("visits").stream()
        .filter(visit -> visit.get("agreementExternalId").asText().equals(runs))
        .toList();
  }

  private static long counted(SendReport report, Note note) {
    return report.notes().all().stream()
        .filter(counted -> counted.note() == note)
        .mapToLong(Notes.Counted::count)
        .sum();
  }

  private SendReport send(String text) throws IOException {
    return send(text, Reading.OPTIONS);
  }

  private SendReport send(String text, HistoryOptions options) throws IOException {
    URI uri = server.uri();
    Path file = Files.writeString(folder.resolve("export.csv"), text);
    try (HistoryPlan plan = new HistoryReader(options).read(file, Progress.SILENT)) {
      assertThat(plan.report().rejected()).isEmpty();
      return new HistorySender(new Services(uri, uri, () -> "token")).send(plan, Progress.SILENT);
    }
  }
}
