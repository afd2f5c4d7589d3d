package io.familiarface.feedback.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.history.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsBatchTest {
  private static final UUID AGREEMENT = UUID.randomUUID();
  private static final UUID CUSTOMER = UUID.randomUUID();
  private static final Instant START = Instant.parse("2025-01-06T05:00:00Z");
  private static final Instant EARLIER = START.minus(Duration.ofDays(3));

  private final JobsBatch batch = new JobsBatch();

  @Test
  void an_agreement_that_was_cancelled_before_it_began_neither_began_nor_ended() {
    batch.cancelled(told(EARLIER, 1));
    assertThat(batch.changes())
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.signal()).isNull())
        .allSatisfy(change -> assertThat(change.revision()).isEqualTo(1));
    assertThat(batch.ends()).singleElement().extracting("at").isEqualTo(EARLIER);
  }

  @Test
  void nor_does_a_later_word_of_it_bring_it_to_life() {
    batch.started(told(EARLIER, 2));
    assertThat(batch.changes()).hasSize(2).extracting(SignalChange::signal).containsOnlyNulls();
  }

  @Test
  void an_agreement_that_is_cancelled_on_its_first_day_began_and_ended() {
    batch.started(told(null, 0));
    batch.cancelled(told(START, 1));
    assertThat(batch.changes()).hasSize(2).extracting(SignalChange::signal).doesNotContainNull();
  }

  private static AgreementEvent told(Instant cancelledAt, long revision) {
    return new AgreementEvent(
        AGREEMENT, CUSTOMER, null, 30.44, START, null, null, null, cancelledAt, "OTHER", revision);
  }
}
