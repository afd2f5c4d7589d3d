package io.familiarface.risk.learning;

import static io.familiarface.risk.learning.PooledCalibration.Z_OF_99_5_PERCENT;
import static io.familiarface.risk.learning.PooledCalibration.Z_OF_99_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.simulation.World;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PooledCalibrationTest {

  @Test
  void what_is_said_of_the_next_ninety_days_comes_true_as_often_in_companies_not_seen() {
    var said = new PooledCalibration();
    var seed = 101;
    for (var world :
        List.of(
            World.pestControl(),
            World.lawnCare(),
            World.heating(),
            World.indifferent(),
            World.pestControl().withUnknown(0.33))) {
      said.add(SimulatedSnapshot.of(world, seed++, 4_000).byLearned());
    }
    assertThat(Math.abs(said.pooled().z())).as("%s", said.pooled()).isLessThan(Z_OF_99_PERCENT);
    assertThat(said.tenths())
        .allSatisfy(tenth -> assertThat(Math.abs(tenth.z())).isLessThan(Z_OF_99_5_PERCENT));
  }
}
