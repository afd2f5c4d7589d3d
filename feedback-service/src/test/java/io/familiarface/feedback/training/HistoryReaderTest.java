package io.familiarface.feedback.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.model.RiskSettings;
import io.familiarface.feedback.testing.MadeUpCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class HistoryReaderTest {
  @Inject MadeUpCompany company;
  @Inject Signals signals;

  @BeforeEach
  @AfterEach
  void nothing_is_known() {
    company.isForgotten();
  }

  @Test
  void a_history_that_does_not_fit_into_memory_is_drawn_from_and_it_says_so() {
    SimulatedCompany made = company.is(World.heating(), 3, 250);
    int all = made.customers().stream().mapToInt(one -> one.signals().size()).sum();

    HistoryReader.Read whole = reading(all).until(made.end(), ProgressListener.unheard());
    assertThat(whole.histories()).hasSize(250);
    assertThat(whole.remark()).isEmpty();
    assertThat(whole.histories())
        .allSatisfy(history -> assertThat(history.signals()).isSortedAccordingTo(Signal.ORDER));

    HistoryReader.Read part = reading(all / 3).until(made.end(), ProgressListener.unheard());
    assertThat(part.histories().stream().mapToInt(one -> one.signals().size()).sum())
        .isLessThanOrEqualTo(all / 3);
    assertThat(part.histories()).hasSizeBetween(20, 100);
    assertThat(part.remark()).contains("in 100 customers");
    assertThat(whole.histories()).containsAll(part.histories());
  }

  private HistoryReader reading(int mostSignals) {
    return new HistoryReader(
        signals,
        new SmallRyeConfigBuilder()
            .withMapping(RiskSettings.class)
            .withSources(
                new PropertiesConfigSource(
                    Map.of("familiar.risk.training.most-signals", "" + mostSignals), "test", 500))
            .build()
            .getConfigMapping(RiskSettings.class));
  }
}
