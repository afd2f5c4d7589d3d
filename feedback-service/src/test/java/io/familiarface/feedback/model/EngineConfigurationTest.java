package io.familiarface.feedback.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.state.DecayingSignal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineConfigurationTest {

  private static EngineConfiguration with(Map<String, String> properties) {
    return new EngineConfiguration(
        new SmallRyeConfigBuilder()
            .withMapping(RiskSettings.class)
            .withSources(new PropertiesConfigSource(properties, "test", 500))
            .build()
            .getConfigMapping(RiskSettings.class));
  }

  @Test
  void without_a_word_it_is_what_the_documentation_says() {
    var configuration = with(Map.of());
    assertThat(configuration.settings()).isEqualTo(RiskEngineSettings.defaults());
    assertThat(configuration.prior()).isEqualTo(RiskModel.prior());
  }

  @Test
  void each_threshold_and_half_life_can_be_set() {
    var configuration =
        with(
            Map.of(
                "familiar.risk.flags.raise-from", "0.3",
                "familiar.risk.rules.repeated-changes", "3",
                "familiar.risk.rules.low-mark", "3",
                "familiar.risk.half-lives.broken-promise", "400"));
    assertThat(configuration.settings().flags().raiseFrom()).isEqualTo(0.3);
    assertThat(configuration.settings().findings().repeatedChanges()).isEqualTo(3);
    assertThat(configuration.settings().findings().lowMark()).isEqualTo(3);
    assertThat(configuration.prior().halfLives())
        .containsEntry(DecayingSignal.BROKEN_PROMISE, 400.0);
    assertThat(configuration.prior().version())
        .as("what was made with other half-lives is made anew")
        .startsWith("prior-1-");
  }

  @ParameterizedTest
  @CsvSource({
    "familiar.risk.flags.clear-below,0.25,clearBelow must lie below raiseFrom",
    "familiar.risk.bands.high-from,0.05,elevatedFrom must lie below highFrom",
    "familiar.risk.horizon-days,5000,horizonDays must be between 1 and 365",
    "familiar.risk.rules.repeated-changes,1,'repeatedChanges must be 2, 3 or 4'",
    "familiar.risk.rules.missed-visit-days,0,missedVisitDays must be 1 to 3650",
    "familiar.risk.rules.low-mark,7,lowMark must be a mark",
    "familiar.risk.half-lives.broken-promise,-3,must be 1 to 3650",
    "familiar.risk.half-lives.brokn-promise,30,there is no half-life of 'brokn-promise'"
  })
  void what_cannot_be_is_refused_with_what_is_wrong(String name, String value, String words) {
    assertThatThrownBy(() -> with(Map.of(name, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("familiar.risk")
        .hasMessageContaining(words);
  }
}
