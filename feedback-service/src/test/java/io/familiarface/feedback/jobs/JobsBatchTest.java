package io.familiarface.feedback.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.signal.VisitNotMade;
import io.familiarface.risk.signal.VisitNotMade.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsBatchTest {
  private static final UUID AGREEMENT = UUID.randomUUID();
  private static final UUID VISIT = UUID.randomUUID();
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

  @Test
  void who_knew_that_nobody_would_come_or_was_not_there_waited_for_nobody() {
    assertThat(missed(START, null, null)).isEqualTo(new VisitMissed(VISIT, AGREEMENT, START));
    assertThat(missed(START, false, true)).isEqualTo(new VisitMissed(VISIT, AGREEMENT, START));
    assertThat(missed(START, false, false))
        .isEqualTo(new VisitNotMade(VISIT, AGREEMENT, START, Why.CUSTOMER_NOT_THERE));
    assertThat(missed(EARLIER, true, false))
        .isEqualTo(new VisitNotMade(VISIT, AGREEMENT, EARLIER, Why.CALLED_OFF));
  }

  @Test
  void who_is_not_told_that_a_visit_is_off_waits_at_its_time() {
    assertThat(missed(EARLIER, true, true)).isEqualTo(new VisitMissed(VISIT, AGREEMENT, START));
  }

  private Signal missed(Instant at, Boolean calledOff, Boolean nobodyCame) {
    JobsBatch told = new JobsBatch();
    told.missed(
        new VisitEvent(
            VISIT,
            null,
            AGREEMENT,
            CUSTOMER,
            START,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            at,
            calledOff,
            nobodyCame,
            1));
    return told.changes().get(0).signal();
  }

  private static AgreementEvent told(Instant cancelledAt, long revision) {
    return new AgreementEvent(
        AGREEMENT, CUSTOMER, null, 30.44, START, null, null, null, cancelledAt, "OTHER", revision);
  }
}
