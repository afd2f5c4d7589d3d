package io.familiarface.customers.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.customers.customer.BurnedBefore;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.Channel;
import io.familiarface.customers.interaction.LatestMood;
import io.familiarface.customers.interaction.Mood;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CareTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  @Test
  void whoever_gives_no_reason_needs_the_care_that_everybody_needs() {
    Care care = Care.of(new CareFacts(null, null, List.of(), risk("LOW"), null, NOW));
    assertThat(care).isEqualTo(new Care(CareLevel.NORMAL, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "DISTRESSED, HIGH",
    "ANGRY, HIGH",
    "ANXIOUS, RAISED",
    "CALM, NORMAL",
    "GRATEFUL, NORMAL"
  })
  void the_mood_at_the_last_contact_counts(Mood mood, CareLevel level) {
    assertThat(Care.of(facts(mood, Duration.ofDays(89))).careLevel()).isEqualTo(level);
    assertThat(Care.of(facts(mood, Duration.ofDays(91))).careLevel()).isEqualTo(CareLevel.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, false, RAISED",
    "MEDIUM, false, RAISED",
    "HIGH, false, HIGH",
    "LOW, true, HIGH"
  })
  void an_open_complaint_counts_and_a_reopened_one_most(
      String severity, boolean reopened, CareLevel level) {
    var complaint =
        new CustomerSentiment.Complaint(
            UUID.randomUUID(), "RECEIVED", severity, "PRICE", NOW, reopened);
    var facts = new CareFacts(null, null, List.of(complaint), null, null, NOW);
    assertThat(Care.of(facts).careLevel()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"LOW, NORMAL", "MEDIUM, RAISED", "HIGH, HIGH"})
  void the_risk_that_they_leave_counts(String band, CareLevel level) {
    var facts = new CareFacts(null, null, List.of(), risk(band), null, NOW);
    assertThat(Care.of(facts).careLevel()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"RAISED, HIGH", "ACTED, HIGH", "CLEARED, NORMAL", "KEPT, NORMAL"})
  void a_flag_counts_while_it_stands(String state, CareLevel level) {
    var flag = new CustomerSentiment.Flag(UUID.randomUUID(), state, NOW, null, List.of());
    var facts = new CareFacts(null, null, List.of(), risk("LOW"), flag, NOW);
    assertThat(Care.of(facts).careLevel()).isEqualTo(level);
  }

  @Test
  void the_gravest_reason_decides_and_stands_first() {
    var burned = new BurnedBefore("The deposit was gone.", NOW);
    var facts = facts(Mood.ANGRY, Duration.ofDays(1));
    Care care = Care.of(new CareFacts(facts.mood(), burned, List.of(), risk("MEDIUM"), null, NOW));
    assertThat(care.careLevel()).isEqualTo(CareLevel.HIGH);
    assertThat(care.careReasons())
        .extracting(CareReason::code)
        .containsExactly(CareRule.MOOD, CareRule.RISK, CareRule.BURNED_BEFORE);
    assertThat(care.careReasons().get(2).text()).contains("The deposit was gone.");
  }

  private static CareFacts facts(Mood mood, Duration ago) {
    var last = new LatestMood(mood, NOW.minus(ago), Channel.PHONE, UUID.randomUUID());
    return new CareFacts(last, null, List.of(), null, null, NOW);
  }

  private static CustomerSentiment.Risk risk(String band) {
    return new CustomerSentiment.Risk(NOW, BigDecimal.ONE, band, false, List.of(), "prior-1");
  }
}
