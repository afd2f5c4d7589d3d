package io.familiarface.risk.backtest;

import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.ObservationPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The instants that a back-test judges at. */
final class RollingOrigins {

  private final int horizonDays;

  RollingOrigins(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  List<Instant> between(List<CustomerHistory> histories, Instant from, Instant to, int count) {
    if (count < 1 || count > BackTest.MOST_ORIGINS) {
      throw new BackTestRefused(
          "A back-test takes 1 to %d origins, not %d.".formatted(BackTest.MOST_ORIGINS, count));
    }
    var last = to.minus(Duration.ofDays(horizonDays));
    if (last.isBefore(from)) {
      throw new BackTestRefused(
          "Between %s and %s lie fewer than %d days, so nothing can be judged; choose a longer time."
              .formatted(from, to, horizonDays));
    }
    refuseBeyondHistory(histories, from, to);
    var instants = new ArrayList<Instant>();
    var step = count == 1 ? Duration.ZERO : Duration.between(from, last).dividedBy(count - 1L);
    for (var i = 0; i < count; i++) {
      instants.add(from.plus(step.multipliedBy(i)));
    }
    return instants;
  }

  private static void refuseBeyondHistory(
      List<CustomerHistory> histories, Instant from, Instant to) {
    var known =
        ObservationPeriod.of(histories, to)
            .orElseThrow(
                () ->
                    new BackTestRefused(
                        "There is no history yet; import visits and cancellations first."));
    if (!known.holds(from, to)) {
      throw new BackTestRefused(
          "The history goes from %s to %s; choose a time within it."
              .formatted(known.first(), known.last()));
    }
  }
}
