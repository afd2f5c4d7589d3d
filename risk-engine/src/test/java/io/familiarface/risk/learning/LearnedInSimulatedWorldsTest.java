package io.familiarface.risk.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.simulation.RandomWorlds;
import io.familiarface.risk.simulation.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** On companies half as large as those that {@code bench/run --only quality} reports. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnedInSimulatedWorldsTest {

  private static final long SEED = 203;
  private static final int CUSTOMERS = 3_000;

  /** With a hundred who leave, a single company may lie some hundredths beside its world. */
  private static final double OVER_CHANGES_EVER_ON_AVERAGE = 0.08;

  @Test
  void what_is_learned_comes_near_the_truth_and_far_above_counting_changes() {
    var overChangesEver = new ArrayList<Double>();
    for (var world :
        List.of(
            World.pestControl(),
            World.lawnCare(),
            World.heating(),
            World.pestControl().withUnknown(1 / 3.0),
            RandomWorlds.drawn(1))) {
      var simulated = SimulatedSnapshot.of(world, SEED, CUSTOMERS);
      var learned = simulated.byLearned();
      var truth = simulated.byTruth();
      var ever = simulated.byChangesEver().auc();
      assertThat(learned.auc())
          .as(world.name())
          .isGreaterThan(truth.auc() - 0.02)
          .isGreaterThan(ever)
          .isGreaterThan(simulated.byRecentChanges().auc());
      overChangesEver.add(learned.auc() - ever);
      if (truth.topDecileLift() >= 3) {
        assertThat(learned.topDecileLift()).as(world.name()).isGreaterThanOrEqualTo(2.5);
      }
    }
    assertThat(overChangesEver.stream().mapToDouble(over -> over).average().orElseThrow())
        .isGreaterThan(OVER_CHANGES_EVER_ON_AVERAGE);
  }

  @Test
  void also_where_changes_do_not_matter_it_comes_near_the_truth() {
    var simulated = SimulatedSnapshot.of(World.indifferent(), SEED, CUSTOMERS);
    var learned = simulated.byLearned();
    assertThat(learned.auc()).isGreaterThan(simulated.byTruth().auc() - 0.02);
    assertThat(learned.auc()).isGreaterThan(simulated.byRecentChanges().auc());
  }
}
