package io.familiarface.risk.learning;

import io.familiarface.risk.model.ExpectedRates;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DecayingSignal;
import io.familiarface.risk.state.HalfLives;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often things go wrong in this company: counts, with some visits' worth of what is usual. */
final class ExpectedRatesEstimator {

  private static final double VISITS_OF_DOUBT = 200;
  private static final double NEVER = 1e9;

  private final ExpectedRates usual;
  private final HalfLives undecayed;
  private final Map<DecayingSignal, Double> counts = new EnumMap<>(DecayingSignal.class);
  private double visits;
  private double changes;
  private double missed;

  ExpectedRatesEstimator(ExpectedRates usual) {
    this.usual = usual;
    var days = new EnumMap<DecayingSignal, Double>(DecayingSignal.class);
    for (var decaying : DecayingSignal.values()) {
      days.put(decaying, NEVER);
    }
    undecayed = HalfLives.of(days);
  }

  ExpectedRates from(List<CustomerHistory> histories) {
    histories.forEach(this::count);
    var perChange = new EnumMap<DecayingSignal, Double>(DecayingSignal.class);
    var doubt = VISITS_OF_DOUBT * usual.changeRate();
    for (var decaying : DecayingSignal.OF_CHANGES) {
      var before = usual.perChange().getOrDefault(decaying, 0.0);
      var seen = counts.getOrDefault(decaying, 0.0);
      perChange.put(decaying, (seen + doubt * before) / (changes + doubt));
    }
    return new ExpectedRates(
        rate(changes, usual.changeRate()),
        perChange,
        rate(missed, usual.missedRate()),
        rate(counts.getOrDefault(DecayingSignal.COMPLAINT, 0.0), usual.complaintRate()));
  }

  private void count(CustomerHistory history) {
    var state = new CustomerState();
    history.signals().forEach(signal -> state.take(signal, undecayed));
    visits += state.completed() + state.service().missed();
    changes += state.changes();
    missed += state.service().missed();
    for (var decaying : DecayingSignal.values()) {
      counts.merge(decaying, state.sum(decaying, state.lastAt(), undecayed), Double::sum);
    }
  }

  private double rate(double seen, double before) {
    return (seen + VISITS_OF_DOUBT * before) / (visits + VISITS_OF_DOUBT);
  }
}
