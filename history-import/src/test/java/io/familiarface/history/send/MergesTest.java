package io.familiarface.history.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergesTest {
  @Test
  void what_people_have_entered_of_a_customer_since_stays() {
    ObjectNode own =
        json("{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann Lee','phone':'555-0002'}");
    ObjectNode there =
        json(
            "{'externalId':'c-1','kind':'BUSINESS','name':'Ann"
                + " Lee','preferredName':'Annie','phone':'555-0001','burnedBefore':{'what':'No-shows.'}}");

    ObjectNode line = Merges.customer(own, there).orElseThrow();

    assertThat(line.get("phone").asText()).isEqualTo("555-0002");
    assertThat(line.get("preferredName").asText()).isEqualTo("Annie");
    assertThat(line.get("kind").asText()).isEqualTo("BUSINESS");
    assertThat(line.at("/burnedBefore/what").asText()).isEqualTo("No-shows.");
  }

  @Test
  void a_customer_is_news_only_if_something_is_new() {
    ObjectNode there =
        json(
            "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                + " Lee','phone':'1','createdAt':'2025-01-01T05:00:00Z'}");

    assertThat(
            Merges.customer(
                json(
                    "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                        + " Lee','createdAt':'2025-02-01T05:00:00Z'}"),
                there))
        .isEmpty();
    assertThat(
            Merges.customer(
                json(
                    "{'externalId':'c-1','kind':'HOUSEHOLD','name':'Ann"
                        + " Lee','createdAt':'2024-02-01T05:00:00Z'}"),
                there))
        .isPresent();
  }

  @Test
  void a_guessed_cadence_never_replaces_the_one_that_is_there() {
    ObjectNode own = agreement("FREQ=WEEKLY", "2025-01-06", "89.00").put("recurrenceGuessed", true);
    ObjectNode said = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");
    ObjectNode guessed = said.deepCopy().put("recurrenceGuessed", true);

    ObjectNode line = Merges.agreement(own, said).orElseThrow();

    assertThat(line.get("recurrence").asText()).isEqualTo("FREQ=MONTHLY");
    assertThat(line.get("recurrenceGuessed").asBoolean()).isFalse();
    assertThat(Merges.agreement(own, guessed).orElseThrow().get("recurrenceGuessed").asBoolean())
        .isTrue();
  }

  @Test
  void a_file_that_knows_no_price_leaves_the_price_that_somebody_entered() {
    ObjectNode own = agreement("FREQ=MONTHLY", "2025-01-06", "1.00");
    own.remove("price");
    ObjectNode priced = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");

    assertThat(Merges.agreement(own, priced).orElseThrow().at("/price/amount").asText())
        .isEqualTo("89.00");
    assertThat(Merges.agreement(own, own.deepCopy()).orElseThrow().has("price")).isFalse();
  }

  @Test
  void a_guess_that_had_ended_goes_on_when_there_are_newer_visits_but_nothing_that_was_said() {
    ObjectNode own = agreement("FREQ=MONTHLY", "2025-01-06", "89.00");
    ObjectNode said = agreement("FREQ=MONTHLY;UNTIL=20250106", "2025-01-06", "89.00");
    ObjectNode guessed = said.deepCopy().put("recurrenceGuessed", true);

    assertThat(Merges.agreement(own, guessed).orElseThrow().get("recurrence").asText())
        .isEqualTo("FREQ=MONTHLY");
    assertThat(Merges.agreement(own, said).orElseThrow().get("recurrence").asText())
        .endsWith("UNTIL=20250106");
  }

  @Test
  void a_file_that_begins_later_does_not_move_the_start_of_an_agreement() {
    assertThat(
            Merges.agreement(
                agreement("FREQ=MONTHLY", "2025-06-01", "89.00"),
                agreement("FREQ=MONTHLY", "2025-01-06", "89.00")))
        .isEmpty();
  }

  @Test
  void told_her_stays_when_the_file_does_not_know_it() {
    ObjectNode there =
        json(
            "{'externalId':'v-1','agreementExternalId':'a-1','scheduledAt':'2025-01-06T17:00:00Z','state':'COMPLETED','technicianExternalId':'t-1','plannedTechnicianId':'01','changeReason':'SICK','customerToldAt':'2025-01-05T17:00:00Z'}");
    ObjectNode own =
        json(
            "{'externalId':'v-1','agreementExternalId':'a-1','scheduledAt':'2025-01-06T17:00:00Z','outcome':'COMPLETED','technicianExternalId':'t-1'}");
    Merge visit = Merges.visit(Map.of("01", "t-2"));

    assertThat(visit.of(own, there)).isEmpty();

    own.put("technicianExternalId", "t-3");
    ObjectNode line = visit.of(own, there).orElseThrow();
    assertThat(line.get("customerToldAt").asText()).isEqualTo("2025-01-05T17:00:00Z");
    assertThat(line.get("plannedTechnicianExternalId").asText()).isEqualTo("t-2");

    own.put("customerTold", false);
    assertThat(visit.of(own, there).orElseThrow().has("customerToldAt")).isFalse();
  }

  private static ObjectNode agreement(String rule, String startsOn, String price) {
    return json(
        "{'externalId':'a-1','program':'Spraying','recurrence':'%s','startsOn':'%s','price':{'amount':'%s','currency':'USD'}}"
            .formatted(rule, startsOn, price));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
