package io.familiarface.history.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.LineJson;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.value.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineMergerTest {
  @Test
  void what_people_have_entered_of_a_customer_since_stays() {
    CustomerLine own =
        customer("{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann Lee','phone':'555-0002'}");
    CustomerLine there =
        customer(
            "{'externalId':'c-1','kind':'BUSINESS','name':'Ann"
                + " Lee','preferredName':'Annie','phone':'555-0001','burnedBefore':{'what':'No-shows.'}}");

    CustomerLine line = LineMerger.customer(own, there).orElseThrow();

    assertThat(line.phone()).isEqualTo("555-0002");
    assertThat(line.preferredName()).isEqualTo("Annie");
    assertThat(line.kind()).isEqualTo("BUSINESS");
    assertThat(line.burnedBefore().what()).isEqualTo("No-shows.");
  }

  @Test
  void a_telephone_number_that_the_file_adds_stands_behind_those_that_are_held() {
    CustomerLine there =
        customer(
            "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann Lee','phone':'+18025550001',"
                + "'otherPhones':['+18025550002'],'otherEmails':[]}");

    assertThat(
            LineMerger.customer(
                    customer(
                        "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann Lee',"
                            + "'otherPhones':['802 555 0003','802-555-0002']}"),
                    there)
                .orElseThrow()
                .otherPhones())
        .containsExactly("+18025550002", "802 555 0003");
    assertThat(
            LineMerger.customer(
                customer(
                    "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann Lee',"
                        + "'otherPhones':['802-555-0002']}"),
                there))
        .isEmpty();
  }

  @Test
  void a_customer_is_news_only_if_something_is_new() {
    CustomerLine there =
        customer(
            "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                + " Lee','phone':'1','createdAt':'2025-01-01T05:00:00Z'}");

    assertThat(
            LineMerger.customer(
                customer(
                    "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                        + " Lee','createdAt':'2025-02-01T05:00:00Z'}"),
                there))
        .isEmpty();
    assertThat(
            LineMerger.customer(
                customer(
                    "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                        + " Lee','createdAt':'2024-02-01T05:00:00Z'}"),
                there))
        .isPresent();
  }

  @Test
  void a_guessed_cadence_never_replaces_the_one_that_is_there() {
    AgreementLine own = guessed("FREQ=WEEKLY", "2025-01-06", "89.00");
    AgreementLine said = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");
    AgreementLine guessed = guessed("FREQ=MONTHLY", "2025-01-06", "89.00");

    AgreementLine line = LineMerger.agreement(own, said).orElseThrow();

    assertThat(line.recurrence()).isEqualTo("FREQ=MONTHLY");
    assertThat(line.recurrenceGuessed()).isFalse();
    assertThat(LineMerger.agreement(own, guessed).orElseThrow().recurrenceGuessed()).isTrue();
  }

  @Test
  void a_file_that_knows_no_price_leaves_the_price_that_somebody_entered() {
    AgreementLine own = agreement("FREQ=MONTHLY", "2025-01-06", null);
    AgreementLine priced = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");

    assertThat(LineMerger.agreement(own, priced).orElseThrow().price().amount())
        .hasToString("89.00");
    assertThat(LineMerger.agreement(own, own).orElseThrow().price()).isNull();
  }

  @Test
  void a_guess_that_had_ended_goes_on_when_there_are_newer_visits_but_nothing_that_was_said() {
    AgreementLine own = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");
    AgreementLine said = agreement("FREQ=MONTHLY;UNTIL=20250106", "2025-01-06", "89.00");
    AgreementLine guessed = guessed("FREQ=MONTHLY;UNTIL=20250106", "2025-01-06", "89.00");

    assertThat(LineMerger.agreement(own, guessed).orElseThrow().recurrence())
        .isEqualTo("FREQ=MONTHLY");
    assertThat(LineMerger.agreement(own, said).orElseThrow().recurrence())
        .endsWith("UNTIL=20250106");
  }

  @Test
  void a_file_that_begins_later_does_not_move_the_start_of_an_agreement() {
    assertThat(
            LineMerger.agreement(
                agreement("FREQ=MONTHLY", "2025-06-01", "89.00"),
                agreement("FREQ=MONTHLY", "2025-01-06", "89.00")))
        .isEmpty();
  }

  @Test
  void what_was_told_stays_when_the_file_does_not_know_it() {
    VisitLine there =
        visit(
            "{'externalId':'v-1','agreementExternalId':'a-1','scheduledAt':'2025-01-06T17:00:00Z','state':'COMPLETED','technicianExternalId':'t-1','plannedTechnicianExternalId':'t-2','changeReason':'SICK','customerToldAt':'2025-01-05T17:00:00Z'}");
    String own =
        "{'externalId':'v-1','agreementExternalId':'a-1','scheduledAt':'2025-01-06T17:00:00Z','outcome':'COMPLETED','technicianExternalId':'t-1'}";

    assertThat(LineMerger.visit(visit(own), there)).isEmpty();

    String other = own.replace("t-1", "t-3");
    VisitLine line = LineMerger.visit(visit(other), there).orElseThrow();
    assertThat(line.customerToldAt()).hasToString("2025-01-05T17:00:00Z");
    assertThat(line.plannedTechnicianExternalId()).isEqualTo("t-2");

    String notTold = other.replace("}", ",'customerTold':false}");
    assertThat(LineMerger.visit(visit(notTold), there).orElseThrow().customerToldAt()).isNull();
  }

  private static AgreementLine agreement(String rule, String startsOn, String price) {
    return agreement(rule, startsOn, price, false);
  }

  private static AgreementLine guessed(String rule, String startsOn, String price) {
    return agreement(rule, startsOn, price, true);
  }

  private static AgreementLine agreement(
      String rule, String startsOn, String price, boolean guessed) {
    return new AgreementLine(
        "a-1",
        "c-1",
        "Spraying",
        rule,
        guessed,
        LocalDate.parse(startsOn),
        price == null ? null : new Price(new BigDecimal(price), "USD"),
        null);
  }

  private static CustomerLine customer(String text) {
    return line(text, CustomerLine.class);
  }

  private static VisitLine visit(String text) {
    return line(text, VisitLine.class);
  }

  private static <T> T line(String text, Class<T> type) {
    try {
      return LineJson.read(new ObjectMapper().readTree(text.replace('\'', '"')), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
