package io.familiarface.risk.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.RandomHistory;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.History;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What happens to flags when another model comes into use. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelHandOverTest {

  private static final RiskEngineSettings SETTINGS = RiskEngineSettings.defaults();

  private final RiskEngine eager =
      new RiskEngine(RiskModel.prior(), SETTINGS.withFlagThresholds(0.02, 0.01));
  private final RiskEngine calm =
      new RiskEngine(RiskModel.prior().named("learned-1"), SETTINGS.withFlagThresholds(0.95, 0.9));

  private CustomerState handedOver(
      RiskEngine from, RiskEngine to, HistoryBuilder relation, Instant at) {
    var book = from.handOver(from.replay(relation.signals, at), at);
    return to.replay(relation.signals, at, book);
  }

  @Test
  void an_open_flag_stays_though_the_new_model_would_not_have_raised_it() {
    var relation = HistoryBuilder.monthly().visitsBy("AAAAAA").substitute("B");
    var promotion = relation.lastVisitAt().plus(Duration.ofDays(3));
    assertThat(eager.flags(eager.replay(relation.signals, promotion), promotion)).hasSize(1);
    assertThat(calm.flags(calm.replay(relation.signals, promotion), promotion)).isEmpty();

    var state = handedOver(eager, calm, relation, promotion);
    var flag = calm.flags(state, promotion).get(0);
    assertThat(flag.open()).isTrue();
    assertThat(flag.modelVersion()).isEqualTo("prior-1");
    assertThat(flag.raisedAt())
        .isEqualTo(
            eager.flags(eager.replay(relation.signals, promotion), promotion).get(0).raisedAt());
  }

  @Test
  void it_is_cleared_by_the_new_model_and_kept_or_lost_like_any_other() {
    var relation = HistoryBuilder.monthly().visitsBy("AAAAAA").substitute("B");
    var promotion = relation.lastVisitAt().plus(Duration.ofDays(3));
    var state = handedOver(eager, calm, relation, promotion);
    var known = relation.signals.size();
    relation.visitsBy("AAAAAA");
    relation.signals.subList(known, relation.signals.size()).forEach(s -> calm.apply(state, s));
    var later = relation.lastVisitAt().plus(Duration.ofDays(2));
    assertThat(calm.flags(state, later)).extracting(Flag::state).containsExactly(FlagState.CLEARED);

    known = relation.signals.size();
    relation.visitsBy("A").cancels(2);
    relation.signals.subList(known, relation.signals.size()).forEach(s -> calm.apply(state, s));
    var gone = relation.lastVisitAt().plus(Duration.ofDays(4));
    assertThat(calm.flags(state, gone)).extracting(Flag::state).containsExactly(FlagState.LOST);
  }

  @Test
  void whom_the_new_model_finds_likely_to_leave_is_flagged_as_it_comes_into_use() {
    var relation = HistoryBuilder.monthly().visitsBy("AAAAAA").substitute("B");
    var promotion = relation.lastVisitAt().plus(Duration.ofDays(3));
    var sharp =
        new RiskEngine(
            RiskModel.prior().named("learned-2"), SETTINGS.withFlagThresholds(0.02, 0.01));
    var state = handedOver(calm, sharp, relation, promotion);
    var flag = sharp.flags(state, promotion.plusSeconds(1)).get(0);
    assertThat(flag.raisedAt()).isEqualTo(promotion);
    assertThat(flag.modelVersion()).isEqualTo("learned-2");
  }

  /** A history in which the former model's flags have been replaced by three later ones. */
  @Test
  void flags_that_later_ones_replaced_still_count_in_a_replay() {
    replaysToTheSameFlags(7634133346300914048L, 34);
  }

  @Property(tries = 200)
  void what_comes_late_is_replayed_to_the_same_flags(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 80) int size) {
    replaysToTheSameFlags(seed, size);
  }

  private void replaysToTheSameFlags(long seed, int size) {
    var signals = History.of(RandomHistory.crowded(seed, size)).sorted();
    var promotion = signals.get(signals.size() / 2).at().plus(Duration.ofHours(5));
    var before = upTo(signals, promotion);
    var state =
        calm.replay(before, promotion, eager.handOver(eager.replay(before, promotion), promotion));
    for (var signal : signals.subList(before.size(), signals.size())) {
      calm.apply(state, signal);
      state = CustomerState.decode(state.encode());
    }
    var end = signals.get(signals.size() - 1).at();
    assertThat(calm.replay(signals, end, state.flags()).encode()).isEqualTo(state.encode());
  }

  private static List<Signal> upTo(List<Signal> signals, Instant at) {
    return signals.stream().filter(signal -> !signal.at().isAfter(at)).toList();
  }
}
