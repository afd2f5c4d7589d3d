package io.familiarface.risk.model;

import io.familiarface.risk.state.DecayingSignal;
import io.familiarface.risk.state.HalfLives;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of the model, plain enough to be kept as a document.
 *
 * @param trainedOn the last instant of the history it was learned from; null for the prior
 * @param coefficients of the log-odds of the hazard per visit
 * @param halfLives in days
 * @param typical a typical customer's features, against which reasons are weighed
 * @param promptness how soon after a visit customers leave
 */
public record RiskModel(
    String version,
    Kind kind,
    Instant trainedOn,
    Map<Feature, Double> coefficients,
    Map<DecayingSignal, Double> halfLives,
    Map<Feature, Double> typical,
    ExpectedRates expectations,
    Calibration calibration,
    CancellationTiming promptness) {

  /** Where the numbers come from. */
  public enum Kind {
    PRIOR,
    LEARNED
  }

  public static final String PRIOR_VERSION = "prior-1";

  public RiskModel {
    Objects.requireNonNull(version, "version");
    coefficients = Map.copyOf(coefficients);
    halfLives = Map.copyOf(halfLives);
    typical = Map.copyOf(typical);
  }

  /** What is believed before a company has shown anything of its own. */
  public static RiskModel prior() {
    var coefficients = new EnumMap<Feature, Double>(Feature.class);
    var typical = new EnumMap<Feature, Double>(Feature.class);
    for (var feature : Feature.values()) {
      coefficients.put(feature, feature.prior());
      typical.put(feature, feature.typical());
    }
    return new RiskModel(
        PRIOR_VERSION,
        Kind.PRIOR,
        null,
        coefficients,
        HalfLives.prior().asMap(),
        typical,
        ExpectedRates.prior(),
        Calibration.none(),
        CancellationTiming.prior());
  }

  /** The prior with half-lives from configuration. */
  public RiskModel withHalfLives(Map<DecayingSignal, Double> days) {
    return with(version, HalfLives.of(days).asMap(), calibration);
  }

  /** The same numbers by another name. */
  public RiskModel named(String name) {
    return with(name, halfLives, calibration);
  }

  public RiskModel withCalibration(Calibration chosen) {
    return with(version, halfLives, chosen);
  }

  private RiskModel with(
      String name, Map<DecayingSignal, Double> days, Calibration chosenCalibration) {
    return new RiskModel(
        name,
        kind,
        trainedOn,
        coefficients,
        days,
        typical,
        expectations,
        chosenCalibration,
        promptness);
  }
}
