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

/** A newer export, and what its columns and its first day do to agreements and visits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewerExportOfAgreementsTest extends TwoExports {
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

  @Test
  void a_corrected_arrival_or_window_leaves_open_whether_it_was_on_time() throws IOException {
    String late =
        """
        date,time,customer,technician,arrival window,arrived
        2025-03-03,10:00,Ann Lee,Al Reed,2 hours,12:40
        """;
    for (String corrected :
        List.of(late.replace("12:40", "11:40"), late.replace("2 hours", "3 hours"))) {
      send(late);
      wasLate();
      send(late);
      assertThat(onlyVisit().get("onTime").asBoolean(true)).isFalse();
      send(corrected);
      assertThat(onlyVisit().has("onTime")).isFalse();
    }
  }

  @Test
  void a_corrected_time_of_a_visit_with_an_arrival_comes_in() throws IOException {
    String list =
        """
        date,time,customer,technician,arrived
        2025-03-03,10:00,Ann Lee,Al Reed,10:40
        """;
    send(list);
    wasLate();

    send(list.replace("10:00", "09:30"));

    assertThat(onlyVisit().get("scheduledAt").asText()).isEqualTo("2025-03-03T14:30:00Z");
    assertThat(onlyVisit().get("arrivedAt").asText()).isEqualTo("2025-03-03T15:40:00Z");
    assertThat(onlyVisit().has("onTime")).isFalse();
  }

  @Test
  void the_arrival_of_a_visit_is_not_that_of_another_day() throws IOException {
    send("date,customer,technician,visit_id,arrived\n2025-03-03,Ann Lee,Al Reed,V1,12:40\n");

    send("date,customer,technician,visit_id\n2025-03-04,Ann Lee,Al Reed,V1\n");

    assertThat(onlyVisit().get("scheduledAt").asText()).startsWith("2025-03-04");
    assertThat(onlyVisit().has("arrivedAt")).isFalse();
  }

  private ObjectNode onlyVisit() {
    assertHeld(1, 1, 1);
    return server.all("visits").get(0);
  }

  private void wasLate() {
    server.change(
        "visits",
        onlyVisit().get("externalId").asText(),
        reckoned -> reckoned.put("onTime", false));
  }

  @Test
  void what_was_entered_by_hand_stays_even_when_the_customer_is_not_recognised()
      throws IOException {
    send(NO_PROGRAM);
    String agreement = server.all("agreements").get(0).get("externalId").asText();
    String visit = server.all("visits").get(0).get("externalId").asText();
    server.change(
        "customers",
        server.all("customers").get(0).get("externalId").asText(),
        customer -> customer.put("externalId", "K-1").put("name", "Ann Smith"));
    server.change(
        "agreements",
        agreement,
        entered -> {
          entered.put("recurrence", "FREQ=WEEKLY").put("recurrenceGuessed", false);
          entered.putObject("price").put("amount", "89.00").put("currency", "USD");
        });
    server.change(
        "visits", visit, entered -> entered.put("customerTold", true).put("onTime", false));

    send(NO_PROGRAM);

    assertHeld(2, 1, 4);
    ObjectNode terms = server.all("agreements").get(0);
    assertThat(terms.at("/recurrence").asText()).isEqualTo("FREQ=WEEKLY");
    assertThat(terms.at("/recurrenceGuessed").asBoolean()).isFalse();
    assertThat(terms.at("/price/amount").asText()).isEqualTo("89.00");
    ObjectNode facts = server.all("visits").get(0);
    assertThat(facts.at("/customerTold").asBoolean()).isTrue();
    assertThat(facts.at("/onTime").asBoolean(true)).isFalse();
  }
}
