package io.familiarface.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.History;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SignalOrderPropertyTest {

  private final RiskEngine engine =
      new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());

  @Property(tries = 300)
  void any_order_with_corrections_and_withdrawals_ends_like_the_right_order(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
    var random = new Random(seed);
    var truth = RandomHistory.crowded(seed, size);
    var wrong = RandomHistory.crowded(seed, size);
    Collections.shuffle(wrong, random);
    var mistakes = RandomHistory.crowded(~seed, 20);

    var arrivals = new ArrayList<Signal>(wrong);
    arrivals.addAll(mistakes);
    Collections.shuffle(arrivals, random);
    var live = new Live(engine);
    arrivals.forEach(live::arrives);
    mistakes.forEach(mistake -> live.withdrawn(mistake, truth));
    truth.forEach(live::arrives);

    var replayed = engine.replay(live.history.sorted());
    assertThat(live.state.encode()).isEqualTo(replayed.encode());
    assertThat(replayed.encode()).isEqualTo(engine.replay(History.of(truth).sorted()).encode());
  }

  @Property(tries = 200)
  void step_by_step_equals_replay_at_every_instant_also_through_bytes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
    var signals = History.of(RandomHistory.crowded(seed, size)).sorted();
    var state = engine.start();
    for (var signal : signals) {
      engine.apply(state, signal);
      state = CustomerState.decode(state.encode());
    }
    assertThat(state.encode()).isEqualTo(engine.replay(signals).encode());
  }

  @Property(tries = 200)
  void what_is_asked_about_the_past_is_what_was_answered_then(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 80) int size) {
    var signals = History.of(RandomHistory.crowded(seed, size)).sorted();
    var middle = signals.get(signals.size() / 2).at().plus(Duration.ofHours(5));
    var state = engine.start();
    signals.stream().filter(one -> !one.at().isAfter(middle)).forEach(s -> engine.apply(state, s));
    var then = engine.assess(state, middle, HistoryBuilder.wording());
    assertThat(engine.assess(engine.replay(signals, middle), middle, HistoryBuilder.wording()))
        .isEqualTo(then);
    assertThat(then.probability()).isBetween(0.0, 1.0);
  }

  /** What a service does: applies what is next, replays otherwise. */
  private static final class Live {

    private final RiskEngine engine;
    private final History history = new History();
    private CustomerState state;

    Live(RiskEngine engine) {
      this.engine = engine;
      state = engine.start();
    }

    void arrives(Signal signal) {
      var isNew = history.sorted().stream().noneMatch(one -> one.key().equals(signal.key()));
      history.put(signal);
      if (isNew && engine.isNext(state, signal)) {
        engine.apply(state, signal);
      } else {
        state = engine.replay(history.sorted());
      }
    }

    void withdrawn(Signal signal, List<Signal> unlessIn) {
      if (unlessIn.stream().noneMatch(one -> one.key().equals(signal.key()))) {
        history.withdraw(signal.key());
        state = engine.replay(history.sorted());
      }
    }
  }
}
