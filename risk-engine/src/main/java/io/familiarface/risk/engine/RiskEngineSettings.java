package io.familiarface.risk.engine;

import io.familiarface.risk.finding.FindingSettings;
import io.familiarface.risk.flag.FlagSettings;

/**
 * What a company may set about how it judges risk.
 *
 * @param horizonDays how far ahead the probability looks, 1 to 365
 * @param elevatedFrom the probability from which a customer's band is ELEVATED
 * @param highFrom the probability from which it is HIGH
 * @param windowDays the rolling window for continuity (of at most the 60 latest visits)
 */
public record RiskEngineSettings(
    int horizonDays,
    double elevatedFrom,
    double highFrom,
    int windowDays,
    FlagSettings flags,
    FindingSettings findings) {

  public RiskEngineSettings {
    require(horizonDays >= 1 && horizonDays <= 365, "horizonDays must be between 1 and 365");
    require(
        0 < elevatedFrom && elevatedFrom < highFrom && highFrom < 1,
        "elevatedFrom must lie below highFrom, both between 0 and 1");
    require(windowDays > 0, "windowDays must be positive");
  }

  public static RiskEngineSettings defaults() {
    return new RiskEngineSettings(
        90, 0.06, 0.15, 365, FlagSettings.defaults(), FindingSettings.defaults());
  }

  public RiskEngineSettings withHorizon(int days) {
    return new RiskEngineSettings(days, elevatedFrom, highFrom, windowDays, flags, findings);
  }

  /** Thresholds are set again when a model is promoted, so that as many are flagged as before. */
  public RiskEngineSettings withFlagThresholds(double raise, double clear) {
    var again = new FlagSettings(raise, clear, flags.clearAfterVisits(), flags.keptAfterDays());
    return new RiskEngineSettings(horizonDays, elevatedFrom, highFrom, windowDays, again, findings);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
