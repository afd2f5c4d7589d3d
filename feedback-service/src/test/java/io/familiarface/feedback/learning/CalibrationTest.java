package io.familiarface.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.risk.simulation.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {

  private static final double Z_OF_99_PERCENT = 2.576;
  private static final double Z_OF_99_5_PERCENT = 2.807;

  private record Said(double probability, boolean left) {}

  @Test
  void what_is_said_of_the_next_ninety_days_comes_true_as_often_in_companies_not_seen() {
    var said = new ArrayList<Said>();
    for (var world :
        List.of(
            World.pestControl(),
            World.lawnCare(),
            World.heating(),
            World.indifferent(),
            World.pestControl().withUnknown(0.33))) {
      said.addAll(company(world, 101 + said.size() % 7));
    }
    said.sort(Comparator.comparingDouble(Said::probability));
    assertTrue(said, Z_OF_99_PERCENT);
    for (var tenth = 0; tenth < 10; tenth++) {
      assertTrue(
          said.subList(said.size() * tenth / 10, said.size() * (tenth + 1) / 10),
          Z_OF_99_5_PERCENT);
    }
  }

  private static List<Said> company(World world, long seed) {
    var simulated = Simulated.of(world, seed, 4_000);
    var learner = new Learner(Simulated.PRIOR, Simulated.SETTINGS);
    var known = simulated.known();
    var choices = learner.choose(known, simulated.asOf(), Progress.unheard());
    var model = learner.learn(known, choices, simulated.asOf(), "learned-1").model();
    var predictions = simulated.predictions(model);
    var probabilities = predictions.probabilities();
    var outcomes = predictions.outcomes();
    var said = new ArrayList<Said>();
    for (var i = 0; i < probabilities.length; i++) {
      said.add(new Said(probabilities[i], outcomes[i]));
    }
    return said;
  }

  private static void assertTrue(List<Said> said, double z) {
    var n = said.size();
    var predicted = said.stream().mapToDouble(Said::probability).average().orElseThrow();
    var observed = said.stream().filter(Said::left).count() / (double) n;
    var spread = Math.sqrt(predicted * (1 - predicted) / n);
    assertThat(observed)
        .as("of %d customers with a mean prediction of %.4f", n, predicted)
        .isBetween(predicted - z * spread, predicted + z * spread);
  }
}
