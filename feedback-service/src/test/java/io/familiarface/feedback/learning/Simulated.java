package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.RiskSettings;
import io.familiarface.feedback.risk.model.RiskModel;
import io.familiarface.feedback.risk.simulation.SimulatedCompany;
import io.familiarface.feedback.risk.simulation.World;
import io.familiarface.feedback.risk.state.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** A simulated company at an instant of which the next ninety days are known too. */
record Simulated(SimulatedCompany company, List<CustomerHistory> histories, Instant asOf) {

  static final RiskSettings SETTINGS = RiskSettings.defaults();
  static final RiskModel PRIOR = RiskModel.prior();

  static Simulated of(World world, long seed, int customers) {
    var company = SimulatedCompany.of(world, seed, customers, 36, 60);
    var histories =
        company.customers().stream()
            .map(customer -> new CustomerHistory(customer.id(), customer.signals()))
            .toList();
    return new Simulated(company, histories, company.end().minus(Duration.ofDays(92)));
  }

  List<CustomerHistory> known() {
    return histories.stream().map(history -> history.upTo(asOf)).toList();
  }

  Predictions predictions(RiskModel model) {
    var predictions = new Predictions();
    new Snapshots(model, SETTINGS)
        .take(
            histories,
            new long[] {Micros.of(asOf)},
            (who, state, at, probability, left) -> predictions.add(probability, left));
    return predictions;
  }

  /** The scores of somebody who only counts technician changes: of all time, and of 180 days. */
  List<Predictions> baselines() {
    var ever = new Predictions();
    var recent = new Predictions();
    var instants = new long[] {Micros.plusDays(Micros.of(asOf), -180), Micros.of(asOf)};
    var before = new HashMap<UUID, Integer>();
    new Snapshots(PRIOR, SETTINGS)
        .take(
            histories,
            instants,
            (who, state, at, probability, left) -> {
              if (at == instants[0]) {
                before.put(who.customerId(), state.changes());
              } else {
                ever.add(state.changes(), left);
                recent.add(state.changes() - before.getOrDefault(who.customerId(), 0), left);
              }
            });
    return new ArrayList<>(List.of(ever, recent));
  }

  static double auc(Predictions predictions) {
    return Ranking.auc(predictions.probabilities(), predictions.outcomes());
  }
}
