package io.familiarface.feedback.model;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.finding.FindingSettings;
import io.familiarface.risk.flag.FlagSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.state.DecayingSignal;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration as the engine takes it; made at start, so that what cannot be stops it. */
@Startup
@ApplicationScoped
public class EngineConfiguration {
  private final RiskEngineSettings settings;
  private final RiskModel prior;

  EngineConfiguration(RiskSettings config) {
    try {
      this.settings = settings(config);
      this.prior = prior(config.halfLives());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The configuration of familiar.risk: " + e.getMessage(), e);
    }
  }

  public RiskEngineSettings settings() {
    return settings;
  }

  /** The documented beliefs, with half-lives from configuration. */
  public RiskModel prior() {
    return prior;
  }

  private static RiskEngineSettings settings(RiskSettings config) {
    RiskSettings.Rules rules = config.rules();
    return new RiskEngineSettings(
        config.horizonDays(),
        config.bands().elevatedFrom(),
        config.bands().highFrom(),
        config.windowDays(),
        new FlagSettings(
            config.flags().raiseFrom(),
            config.flags().clearBelow(),
            config.flags().clearAfterVisits(),
            config.flags().keptAfterDays()),
        new FindingSettings(
            rules.repeatedChanges(),
            rules.repeatedChangesDays(),
            rules.brokenPromiseDays(),
            rules.changeDays(),
            rules.missedVisitDays(),
            rules.surpriseDays(),
            rules.reopenedDays(),
            rules.lowMark(),
            rules.fallenBy(),
            rules.markDays(),
            rules.distressDays(),
            rules.silentRequests(),
            rules.answerWithinDays()));
  }

  /**
   * Other half-lives make other states of customers, so the priors then go by another name and
   * whatever was made with the former ones is made anew.
   */
  private static RiskModel prior(Map<String, Double> configured) {
    RiskModel documented = RiskModel.prior();
    Map<DecayingSignal, Double> days = new EnumMap<>(DecayingSignal.class);
    configured.forEach((name, value) -> days.put(fade(name), checked(name, value)));
    RiskModel prior = documented.withHalfLives(days);
    return prior.halfLives().equals(documented.halfLives())
        ? documented
        : prior.named(documented.version() + '-' + fingerprint(prior.halfLives()));
  }

  private static String fingerprint(Map<DecayingSignal, Double> days) {
    return Integer.toHexString(new TreeMap<>(days).toString().hashCode());
  }

  private static double checked(String name, double days) {
    if (!(days >= 1 && days <= 3_650)) {
      throw new IllegalArgumentException(
          "the half-life of %s is %s days; it must be 1 to 3650".formatted(name, days));
    }
    return days;
  }

  private static DecayingSignal fade(String name) {
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(DecayingSignal.values())
        .filter(fade -> fade.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    return "there is no half-life of '%s'; there are %s"
        .formatted(
            name,
            Arrays.stream(DecayingSignal.values())
                .map(fade -> fade.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ")));
  }
}
