package io.familiarface.risk.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  private List<Flag> flags(HistoryBuilder relation, Instant asOf) {
    return engine.flags(engine.replay(relation.signals, asOf), asOf);
  }

  private boolean flagged(HistoryBuilder relation, Instant asOf) {
    return engine.score(engine.replay(relation.signals, asOf), asOf).flagged();
  }

  private static HistoryBuilder twiceDisappointed() {
    return HistoryBuilder.monthly().visitsBy("AAA").substitute("B").visitsBy("A").substitute("C");
  }

  @Test
  void two_changes_within_half_a_year_raise_a_flag_at_the_second() {
    var relation = twiceDisappointed();
    assertThat(flagged(relation, relation.visitAt(5).plusSeconds(1))).isFalse();
    var flag = flags(relation, relation.visitAt(6).plusSeconds(1)).get(0);
    assertThat(flag.raisedAt()).isEqualTo(relation.visitAt(6));
    assertThat(flag.reasons()).contains(ReasonCode.REPEATED_TECHNICIAN_CHANGES);
  }

  @Test
  void two_changes_a_year_apart_do_not() {
    var relation =
        HistoryBuilder.monthly()
            .visitsBy("AAA")
            .substitute("B")
            .visitsBy("AAAAAAAAAAA")
            .substitute("C");
    assertThat(flagged(relation, relation.lastVisitAt())).isFalse();
  }

  @Test
  void a_flag_stays_until_six_visits_in_a_row_by_the_usual_technician() {
    var relation = twiceDisappointed().visitsBy("AAAAA");
    assertThat(flagged(relation, relation.lastVisitAt().plus(Duration.ofDays(25)))).isTrue();
    relation.visitsBy("A");
    var then = relation.lastVisitAt().plus(Duration.ofDays(25));
    var state = engine.replay(relation.signals, then);
    assertThat(state.inRow()).isEqualTo(6);
    assertThat(engine.score(state, then).flagged()).isFalse();
  }

  @Test
  void a_broken_promise_alone_is_watched_and_with_anything_else_it_is_a_flag() {
    var relation =
        HistoryBuilder.monthly()
            .promiseBy("A", HistoryBuilder.START)
            .visitsBy("AAAAAAAA")
            .visit("B")
            .breaksPromiseOf("A");
    var then = relation.lastVisitAt().plusSeconds(10_000);
    var lenient =
        new RiskEngine(
            RiskModel.prior(), RiskEngineSettings.defaults().withFlagThresholds(0.9, 0.8));
    assertThat(lenient.score(lenient.replay(relation.signals), then).flagged()).isFalse();
    relation.mood(Mood.DISTRESSED);
    assertThat(lenient.score(lenient.replay(relation.signals), then).flagged()).isTrue();
  }

  @Test
  void a_reopened_case_is_a_flag() {
    var relation =
        HistoryBuilder.monthly()
            .visitsBy("AAAA")
            .complains("late", 1)
            .resolved("late", 5, Answer.YES)
            .reopened("late", 9);
    assertThat(flagged(relation, relation.lastVisitAt().plus(Duration.ofDays(8)))).isFalse();
    assertThat(flagged(relation, relation.lastVisitAt().plus(Duration.ofDays(10)))).isTrue();
  }

  @Test
  void cleared_and_still_there_after_ninety_days_is_kept() {
    var relation = twiceDisappointed().visitsBy("AAAAAAAAAAAAA");
    var flag = flags(relation, relation.lastVisitAt().plus(Duration.ofDays(80))).get(0);
    assertThat(flag.state()).isEqualTo(FlagState.KEPT);
    assertThat(flag.endedAt()).isEqualTo(flag.clearedAt().plus(Duration.ofDays(90)));
    assertThat(flag.leadDays()).isNull();
  }

  @Test
  void whoever_is_let_go_is_neither_lost_nor_kept() {
    var relation = twiceDisappointed().isLetGo(3);
    for (int days : new int[] {1, 200}) {
      var flag = flags(relation, relation.lastVisitAt().plus(Duration.ofDays(days))).get(0);
      assertThat(flag.state()).isEqualTo(FlagState.CLEARED);
      assertThat(flag.leadDays()).isNull();
    }
    assertThat(flags(relation, relation.lastVisitAt().plus(Duration.ofDays(200)))).hasSize(1);
  }

  @Test
  void cancelled_within_ninety_days_of_clearing_is_lost() {
    var relation = twiceDisappointed().visitsBy("AAAAAA");
    var clearedBy = relation.lastVisitAt().plus(Duration.ofDays(20));
    assertThat(flags(relation, clearedBy).get(0).state()).isEqualTo(FlagState.CLEARED);
    relation.visitsBy("A").cancels(3);
    var flag = flags(relation, relation.lastVisitAt().plus(Duration.ofDays(1))).get(0);
    assertThat(flag.state()).isEqualTo(FlagState.LOST);
    assertThat(flag.leadVisits()).isEqualTo(7);
    assertThat(flag.leadDays()).isEqualTo(210);
  }

  @Test
  void after_clearing_old_findings_do_not_raise_it_again_but_a_new_change_does() {
    var relation = twiceDisappointed().visitsBy("AAAAAAA");
    assertThat(flagged(relation, relation.lastVisitAt().plusSeconds(9))).isFalse();
    relation.substitute("B").visitsBy("A").substitute("C");
    var then = relation.lastVisitAt().plusSeconds(9);
    assertThat(flags(relation, then)).hasSize(2);
    assertThat(flagged(relation, then)).isTrue();
  }

  @Test
  void the_next_tick_is_when_a_flag_may_change_by_itself() {
    var relation = twiceDisappointed();
    var state = engine.replay(relation.signals);
    var last = relation.lastVisitAt();
    assertThat(engine.nextTick(state, last)).as("only a visit can help").isEmpty();
    relation.visitsBy("AAAAAA");
    var cleared = relation.lastVisitAt().plus(Duration.ofDays(20));
    var waiting = engine.replay(relation.signals);
    var flag = engine.flags(waiting, cleared).get(0);
    var kept = flag.clearedAt().plus(Duration.ofDays(90));
    assertThat(engine.nextTick(waiting, kept.minusSeconds(1))).contains(kept);
  }

  @Test
  void a_probability_that_passes_the_threshold_while_nothing_happens_raises_a_flag_that_night() {
    var relation = HistoryBuilder.every(7);
    for (var call = 1; call <= 9; call++) {
      var at = HistoryBuilder.START.minusSeconds(call);
      relation.signals.add(new MoodNoted(HistoryBuilder.id("call " + call), at, Mood.GRATEFUL));
    }
    relation.visitsBy("AAA");
    var engine = withThresholdsAround(relation);
    var visit = relation.lastVisitAt();
    var heard = visit.plus(Duration.ofDays(8));
    var state = engine.replay(relation.signals);
    assertThat(engine.score(state, heard).flagged()).isFalse();
    var later = visit.plus(Duration.ofDays(60));
    var flag = engine.flags(state, later).get(0);
    assertThat(flag.reasons()).contains(ReasonCode.HIGH_PROBABILITY);
    assertThat(flag.raisedAt().truncatedTo(ChronoUnit.DAYS)).isEqualTo(flag.raisedAt());
    var before = flag.raisedAt().minus(Duration.ofDays(1));
    assertThat(engine.score(state, before).probability())
        .isLessThan(engine.settings().flags().raiseFrom());
    assertThat(engine.score(state, flag.raisedAt()).probability())
        .isGreaterThanOrEqualTo(engine.settings().flags().raiseFrom());
    assertThat(engine.nextTick(state, before.minusSeconds(1))).contains(before);
    assertThat(hourly(engine, relation, later)).as("lived as replayed").isEqualTo(flag.raisedAt());
  }

  /** What they reach in fifty days without a visit, as their gratitude fades, is enough. */
  private RiskEngine withThresholdsAround(HistoryBuilder relation) {
    var state = engine.replay(relation.signals);
    var then = relation.lastVisitAt().plus(Duration.ofDays(50));
    var raise = engine.score(state, then).probability();
    return new RiskEngine(
        RiskModel.prior(), RiskEngineSettings.defaults().withFlagThresholds(raise, raise / 2));
  }

  /** Looked at every hour, as life does. */
  private static Instant hourly(RiskEngine engine, HistoryBuilder relation, Instant until) {
    var state = engine.replay(relation.signals);
    var at = relation.lastVisitAt().plus(Duration.ofDays(1));
    while (at.isBefore(until) && !engine.score(state, at).flagged()) {
      at = at.plus(Duration.ofHours(1));
    }
    return engine.flags(state, at).get(0).raisedAt();
  }
}
