package io.familiarface.risk.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.HistoryBuilder;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class FlagPropertyTest {

  private final RiskEngineSettings settings = RiskEngineSettings.defaults();
  private final RiskEngine engine = new RiskEngine(RiskModel.prior(), settings);

  private record Day(Instant at, boolean flagged) {}

  @Property(tries = 60)
  void flags_do_not_flap(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.02, max = 0.5) double troubleRate) {
    var relation = randomRelation(seed, troubleRate);
    var days = dayByDay(relation);
    Instant cleared = null;
    for (var i = 1; i < days.size(); i++) {
      var before = days.get(i - 1);
      var now = days.get(i);
      if (before.flagged() && !now.flagged()) {
        assertClearedRightly(relation, now.at());
        cleared = now.at();
      } else if (!before.flagged() && now.flagged() && cleared != null) {
        assertThat(newTrouble(relation, cleared, now.at()))
            .as("raised again on %s, cleared on %s", now.at(), cleared)
            .isTrue();
      }
    }
  }

  private void assertClearedRightly(HistoryBuilder relation, Instant seenAt) {
    var flags = engine.flags(engine.replay(relation.signals, seenAt), seenAt);
    var at = flags.get(flags.size() - 1).clearedAt();
    var state = engine.replay(relation.signals, at);
    assertThat(state.inRow()).isGreaterThanOrEqualTo(settings.flags().clearAfterVisits());
    assertThat(engine.score(state, at).probability()).isLessThan(settings.flags().clearBelow());
  }

  private static boolean newTrouble(HistoryBuilder relation, Instant after, Instant until) {
    var troubles = new ArrayList<Signal>();
    for (var signal : relation.signals) {
      var within = signal.at().isAfter(after.minus(Duration.ofDays(1)));
      if (within && !signal.at().isAfter(until) && !goodVisit(signal)) {
        troubles.add(signal);
      }
    }
    return !troubles.isEmpty();
  }

  private static boolean goodVisit(Signal signal) {
    return signal instanceof VisitCompleted visit
        && visit.technicianId().equals(HistoryBuilder.id("A"));
  }

  private List<Day> dayByDay(HistoryBuilder relation) {
    var days = new ArrayList<Day>();
    var signals = relation.signals.stream().sorted(Signal.ORDER).toList();
    var end = relation.lastVisitAt().plus(Duration.ofDays(120));
    var state = engine.start();
    var next = 0;
    for (var at = HistoryBuilder.START.plusSeconds(60);
        at.isBefore(end);
        at = at.plusSeconds(86_400)) {
      while (next < signals.size() && !signals.get(next).at().isAfter(at)) {
        engine.apply(state, signals.get(next++));
      }
      days.add(new Day(at, engine.score(state, at).flagged()));
    }
    return days;
  }

  private static HistoryBuilder randomRelation(long seed, double troubleRate) {
    var random = new Random(seed);
    var relation =
        HistoryBuilder.every(7 + random.nextInt(30)).promiseBy("A", HistoryBuilder.START);
    for (var visit = 0; visit < 45; visit++) {
      if (random.nextDouble() >= troubleRate) {
        relation.visit("A");
        continue;
      }
      switch (random.nextInt(5)) {
        case 0 -> relation.substitute("B").breaksPromiseOf("A");
        case 1 -> relation.missed();
        case 2 -> relation.visit("A").csat(1 + random.nextInt(3));
        case 3 -> relation.visit("A").complains("case " + visit, 1);
        default ->
            relation
                .visit("A")
                .complains("case " + visit, 1)
                .resolved("case " + visit, 3, Answer.NO);
      }
    }
    return relation;
  }
}
