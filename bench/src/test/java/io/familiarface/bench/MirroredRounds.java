package io.familiarface.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All take their turns forwards, then backwards: A-B-C-C-B-A. So a machine that gets slower or
 * faster meanwhile does so for everybody.
 */
final class MirroredRounds {
  /** The processor time that all have used so far. */
  interface Clock {
    ProcessorTime read() throws IOException;
  }

  private final int rounds;
  private final int warmUps;
  private final Clock clock;

  /**
   * @param warmUps so many turns of each are not counted
   */
  MirroredRounds(int rounds, int warmUps, Clock clock) {
    this.rounds = rounds;
    this.warmUps = warmUps;
    this.clock = clock;
  }

  /** The median of the rounds; what warms up is not counted. */
  Map<Contender, Cost> run(List<Contender> contenders) throws Exception {
    for (Contender contender : contenders) {
      // Bare statements have nothing that gets warm.
      for (int i = 0; i < warmUps && contender.service().isPresent(); i++) {
        contender.action().take();
      }
    }
    Map<Contender, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      Map<Contender, Cost> there = new LinkedHashMap<>();
      for (Contender contender : contenders) {
        there.put(contender, turn(contender));
      }
      for (int i = contenders.size() - 1; i >= 0; i--) {
        Contender contender = contenders.get(i);
        Cost both = Cost.mean(there.get(contender), turn(contender));
        costs.computeIfAbsent(contender, first -> new ArrayList<>()).add(both);
        System.out.printf(
            Locale.ROOT, "  round %d, %s: %.0f a second%n", round, contender.name(), both.rate());
      }
    }
    Map<Contender, Cost> medians = new LinkedHashMap<>();
    contenders.forEach(each -> medians.put(each, Cost.median(costs.get(each))));
    return medians;
  }

  private Cost turn(Contender contender) throws Exception {
    ProcessorTime before = clock.read();
    Contender.Turn turn = contender.action().take();
    return Cost.of(contender, turn, before, clock.read());
  }
}
