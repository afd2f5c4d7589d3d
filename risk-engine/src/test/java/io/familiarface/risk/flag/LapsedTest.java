package io.familiarface.risk.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.engine.Score;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.state.FlagState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LapsedTest {
  private static final Instant YEARS_LATER = HistoryBuilder.day("2028-06-01");

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  /** A A A A B C, the last of them on 5 July 2025. */
  private static HistoryBuilder disappointed() {
    return HistoryBuilder.monthly().visitsBy("AAAA").substitute("B").substitute("C");
  }

  private static HistoryBuilder drifted() {
    var relation = disappointed();
    return relation.isToEnd(relation.lastVisitAt().plusSeconds(3_600));
  }

  private Score score(HistoryBuilder relation, Instant asOf) {
    return engine.score(engine.replay(relation.signals, asOf), asOf);
  }

  @Test
  void whoever_has_not_been_visited_for_years_after_her_agreement_ran_out_is_not_at_risk() {
    var score = score(drifted(), YEARS_LATER);
    assertThat(score.standing()).isEqualTo(CustomerStatus.LAPSED);
    assertThat(score.flagged()).isFalse();
    assertThat(score.probability()).isZero();
  }

  @Test
  void whose_agreement_still_asks_for_visits_is_at_risk_however_long_nobody_came() {
    var score = score(disappointed(), YEARS_LATER);
    assertThat(score.standing()).isEqualTo(CustomerStatus.ACTIVE);
    assertThat(score.flagged()).isTrue();
  }

  @Test
  void for_three_intervals_she_may_still_be_won_back() {
    var relation = drifted();
    var last = relation.lastVisitAt();
    assertThat(score(relation, last.plus(Duration.ofDays(89))).flagged()).isTrue();
    var then = last.plus(Duration.ofDays(93));
    assertThat(score(relation, then).standing()).isEqualTo(CustomerStatus.LAPSED);
    var flag = engine.flags(engine.replay(relation.signals, then), then).get(0);
    assertThat(flag.state()).isEqualTo(FlagState.LOST);
    assertThat(flag.endedAt()).isBetween(last.plus(Duration.ofDays(90)), then);
    assertThat(flag.leadVisits()).isZero();
  }

  @Test
  void when_she_lapses_is_known_beforehand_and_no_sooner_than_her_agreement_ends() {
    var relation = disappointed();
    relation.isToEnd(YEARS_LATER);
    var state = engine.replay(relation.signals);
    assertThat(engine.nextTick(state, relation.lastVisitAt())).contains(YEARS_LATER);
    assertThat(engine.score(state, YEARS_LATER.minusSeconds(1)).flagged()).isTrue();
    assertThat(engine.score(state, YEARS_LATER).flagged()).isFalse();
  }

  @Test
  void a_visit_brings_her_back_and_new_trouble_flags_her_anew() {
    var relation = drifted().visitsBy("A");
    assertThat(score(relation, relation.lastVisitAt()).standing()).isEqualTo(CustomerStatus.ACTIVE);
    relation.substitute("B").visitsBy("A").substitute("C");
    assertThat(score(relation, relation.lastVisitAt()).flagged()).isTrue();
  }

  @Test
  void what_she_says_after_she_has_lapsed_does_not_bring_the_flag_back() {
    var relation = drifted().mood(Mood.ANGRY);
    relation.signals.add(
        new MoodNoted(HistoryBuilder.id("late call"), YEARS_LATER.minusSeconds(60), Mood.ANGRY));
    assertThat(score(relation, YEARS_LATER).flagged()).isFalse();
  }

  @Test
  void lived_day_by_day_and_kept_as_bytes_it_is_the_same() {
    var relation = drifted();
    var signals = relation.signals.stream().sorted(Signal.ORDER).toList();
    var state = engine.start();
    for (var signal : signals) {
      engine.score(state, signal.at());
      engine.apply(state, signal);
      state = CustomerState.decode(state.encode());
    }
    assertThat(engine.score(state, YEARS_LATER)).isEqualTo(score(relation, YEARS_LATER));
    assertThat(engine.flags(state, YEARS_LATER))
        .isEqualTo(engine.flags(engine.replay(relation.signals), YEARS_LATER));
  }
}
