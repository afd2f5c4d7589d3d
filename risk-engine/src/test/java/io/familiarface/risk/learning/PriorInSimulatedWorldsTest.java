package io.familiarface.risk.learning;

import static io.familiarface.risk.learning.SimulatedSnapshot.auc;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.simulation.World;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PriorInSimulatedWorldsTest {

  static List<World> whereChangesMatter() {
    return World.whereChangesMatter();
  }

  @ParameterizedTest
  @MethodSource("whereChangesMatter")
  void with_no_history_at_all_the_prior_ranks_better_than_counting_changes(World world) {
    var simulated = SimulatedSnapshot.of(world, 42, 6_000);
    var prior = auc(simulated.predictions(SimulatedSnapshot.PRIOR));
    assertThat(prior).isGreaterThan(simulated.byChangesEver().auc() + 0.02);
    assertThat(prior).isGreaterThan(simulated.byRecentChanges().auc() + 0.02);
  }
}
