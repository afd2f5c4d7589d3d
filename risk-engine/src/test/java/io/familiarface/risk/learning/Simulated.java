package io.familiarface.risk.learning;

import io.familiarface.risk.RiskSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import java.time.Instant;
import java.util.List;

/** A company of three years with sixty technicians, at an instant three months before its end. */
record Simulated(SimulatedSnapshot snapshot) {

  static final RiskSettings SETTINGS = RiskSettings.defaults();
  static final RiskModel PRIOR = RiskModel.prior();

  static Simulated of(World world, long seed, int customers) {
    return new Simulated(SimulatedSnapshot.of(world, seed, customers, 36, 60));
  }

  SimulatedCompany company() {
    return snapshot.company();
  }

  List<CustomerHistory> histories() {
    return snapshot.histories();
  }

  Instant asOf() {
    return snapshot.asOf();
  }

  List<CustomerHistory> known() {
    return snapshot.known();
  }

  Predictions predictions(RiskModel model) {
    return snapshot.predictions(model);
  }

  double truthAuc() {
    return snapshot.byTruth().auc();
  }

  static double auc(Predictions predictions) {
    return Ranking.auc(predictions.probabilities(), predictions.outcomes());
  }
}
