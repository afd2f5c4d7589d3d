package io.familiarface.risk.backtest;

import static io.familiarface.risk.HistoryBuilder.id;
import static io.familiarface.risk.learning.SimulatedSnapshot.PRIOR;
import static io.familiarface.risk.learning.SimulatedSnapshot.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.learning.SimulatedSnapshot;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.simulation.World;
import io.familiarface.technicianchange.Permanence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackTestTest {

  private final BackTest backTest = new BackTest(PRIOR, SETTINGS);

  private static Instant from(SimulatedSnapshot simulated) {
    return simulated.company().start().plus(Duration.ofDays(540));
  }

  private static Instant to(SimulatedSnapshot simulated) {
    return simulated.company().end().minus(Duration.ofDays(5));
  }

  private BackTestReport run(
      SimulatedSnapshot simulated, List<CustomerHistory> histories, int origins) {
    return backTest.run(
        histories, from(simulated), to(simulated), origins, ProgressListener.unheard());
  }

  @Test
  void it_shows_what_the_engine_would_have_been_worth_beside_the_baselines() {
    var simulated = SimulatedSnapshot.of(World.pestControl(), 31, 3_000);
    var report = run(simulated, simulated.histories(), 4);
    assertThat(report.origins()).hasSize(4).allMatch(BackTestReport.OriginResult::learned);
    assertThat(report.modelAuc().from())
        .isGreaterThan(report.baselines().changesWithin180Days().value());
    assertThat(report.baselines().overRecentChanges().from()).isPositive();
    assertThat(report.model().brier()).isLessThan(report.baselines().noModel().brier());
    assertThat(report.harrellsC()).isBetween(0.55, 0.9);
    assertThat(report.calibration()).hasSize(10);
    assertThat(report.gains().get(20).shareOfCancellations()).isEqualTo(1);
    assertThat(report.flags().precision()).isGreaterThan(report.model().observedRate());
    assertThat(report.flags().medianLeadDays()).isPositive();
    assertThat(report.verdict()).contains("better than counting recent technician changes");
    assertThat(report.baselines().alerts())
        .extracting(BackTestReport.CountingAlerts::changes)
        .containsExactly(1, 2, 3);
    assertThat(report.intervals().flags().lift().from()).isGreaterThan(1.3);
    var intervals = report.intervals();
    assertThat(
            List.of(
                intervals.brier(),
                intervals.harrellsC(),
                intervals.topDecileLift(),
                intervals.flags().precision(),
                intervals.flags().recall(),
                intervals.flags().medianLeadDays(),
                report.baselines().alerts().get(1).precision(),
                report.baselines().alerts().get(1).recall(),
                report.baselines().alerts().get(1).lift()))
        .allSatisfy(one -> assertThat(one.from()).isLessThan(one.value()))
        .allSatisfy(one -> assertThat(one.to()).isGreaterThan(one.value()));
    assertThat(intervals.flags().recall().value()).isEqualTo(report.flags().recall());
    assertThat(intervals.brier().value()).isEqualTo(report.model().brier());
  }

  @Test
  void where_changes_do_not_matter_it_says_so() {
    var simulated = SimulatedSnapshot.of(World.indifferent(), 32, 6_000);
    var report = run(simulated, simulated.histories(), 2);
    assertThat(report.verdict())
        .contains("Technician changes do not drive customers away from this company.");
    assertThat(report.flags().precisionByRuleAlone())
        .isLessThan(report.flags().precisionByProbability() / 1.5);
  }

  @Test
  void a_planted_sign_of_the_future_is_not_seen() {
    var simulated = SimulatedSnapshot.of(World.heating(), 33, 1_500);
    var lastOrigin = to(simulated).minus(Duration.ofDays(90));
    var leaking = new ArrayList<CustomerHistory>();
    for (var history : simulated.histories()) {
      leaking.add(withOmen(history, lastOrigin));
    }
    var honest = run(simulated, simulated.histories(), 2);
    var tempted = run(simulated, leaking, 2);
    assertThat(leaking).isNotEqualTo(simulated.histories());
    assertThat(tempted.model()).isEqualTo(honest.model());
    assertThat(tempted.origins()).isEqualTo(honest.origins());
  }

  @Test
  void nor_is_one_that_was_planted_between_two_origins_before_the_later_of_them() {
    var simulated = SimulatedSnapshot.of(World.heating(), 36, 1_500);
    var firstOrigin = from(simulated);
    var leaking =
        simulated.histories().stream().map(history -> withOmen(history, firstOrigin)).toList();
    var honest = run(simulated, simulated.histories(), 3);
    var tempted = run(simulated, leaking, 3);
    assertThat(tempted.origins().get(0)).isEqualTo(honest.origins().get(0));
    assertThat(tempted.origins().get(1).auc())
        .as("from the second origin on it is no secret, and it is learned from")
        .isGreaterThan(honest.origins().get(1).auc());
  }

  @Test
  void a_history_that_contradicts_itself_later_is_not_left_out_before_it_does() {
    var simulated = SimulatedSnapshot.of(World.heating(), 37, 1_500);
    var firstOrigin = from(simulated);
    var ghosts =
        simulated.histories().stream().map(history -> withGhost(history, firstOrigin)).toList();
    var honest = run(simulated, simulated.histories(), 2);
    var haunted = run(simulated, ghosts, 2);
    assertThat(haunted.leftOutCount()).isGreaterThan(20);
    assertThat(haunted.origins().get(0)).isEqualTo(honest.origins().get(0));
  }

  /** Who cancels after an instant is visited once more a day later. */
  private static CustomerHistory withGhost(CustomerHistory history, Instant after) {
    var signals = new ArrayList<>(history.signals());
    for (var signal : history.signals()) {
      if (signal instanceof AgreementCancelled gone && gone.at().isAfter(after)) {
        signals.add(
            new VisitCompleted(
                id("ghost " + history.customerId()),
                gone.agreementId(),
                gone.at().plus(Duration.ofDays(1)),
                id("ghost"),
                null,
                ChangeReason.NONE,
                Permanence.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN));
      }
    }
    signals.sort(Signal.ORDER);
    return new CustomerHistory(history.customerId(), signals);
  }

  /** Every customer who will leave after the last origin is in tears the day before. */
  private static CustomerHistory withOmen(CustomerHistory history, Instant lastOrigin) {
    var signals = new ArrayList<>(history.signals());
    for (var signal : history.signals()) {
      if (signal instanceof AgreementCancelled && signal.at().isAfter(lastOrigin)) {
        var omen = lastOrigin.plusMillis(1);
        signals.add(new MoodNoted(id("omen " + history.customerId()), omen, Mood.DISTRESSED));
      }
    }
    signals.sort(Signal.ORDER);
    return new CustomerHistory(history.customerId(), signals);
  }

  @Test
  void what_the_history_does_not_hold_is_refused_with_what_it_holds() {
    var simulated = SimulatedSnapshot.of(World.heating(), 34, 60);
    var histories = simulated.histories();
    var from = from(simulated);
    var to = to(simulated);
    assertThatThrownBy(
            () -> backTest.run(histories, from, to.plusSeconds(86_400L * 900), 3, (s, d) -> {}))
        .isInstanceOf(BackTestRefused.class)
        .hasMessageContaining("The history goes from");
    assertThatThrownBy(
            () -> backTest.run(histories, from, from.plusSeconds(86_400), 3, (s, d) -> {}))
        .isInstanceOf(BackTestRefused.class)
        .hasMessageContaining("fewer than 90 days");
    assertThatThrownBy(() -> backTest.run(histories, from, to, 0, (s, d) -> {}))
        .hasMessageContaining("1 to 60 origins");
    assertThatThrownBy(() -> backTest.run(List.of(), from, to, 2, (s, d) -> {}))
        .hasMessageContaining("no history yet");
  }

  @Test
  void a_young_company_is_judged_by_the_prior() {
    var simulated = SimulatedSnapshot.of(World.heating(), 35, 20);
    var report = run(simulated, simulated.histories(), 2);
    assertThat(report.origins()).noneMatch(BackTestReport.OriginResult::learned);
    assertThat(report.verdict()).isNotBlank();
  }
}
