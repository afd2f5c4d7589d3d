package io.familiarface.feedback.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.risk.backtest.BackTest;
import io.familiarface.risk.backtest.BackTestReport;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.learning.SimulatedSnapshot;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.simulation.World;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@ServiceTest
class BackTestHtmlTest {

  @Test
  void it_says_everything_and_no_number_is_missing() {
    SimulatedSnapshot simulated = SimulatedSnapshot.of(World.pestControl(), 31, 3_000);
    BackTestReport report =
        new BackTest(RiskModel.prior(), RiskEngineSettings.defaults())
            .run(
                simulated.histories(),
                simulated.company().start().plus(Duration.ofDays(540)),
                simulated.company().end().minus(Duration.ofDays(5)),
                4,
                ProgressListener.unheard());
    assertThat(BackTestPage.of(report, ZoneId.of("America/New_York")).html())
        .contains(report.verdict())
        .contains(
            "Does it come true?",
            "Whom does it find?",
            "Is a call worth it?",
            "If one called whenever",
            "… after a second one")
        .doesNotContain("NaN", "null");
  }
}
