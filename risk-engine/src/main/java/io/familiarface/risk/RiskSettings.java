package io.familiarface.risk;

import io.familiarface.risk.finding.FindingSettings;

/**
 * What a company may set about how it judges risk.
 *
 * @param horizonDays how far ahead the probability looks, 1 to 365
 * @param elevatedFrom the probability from which a customer's band is ELEVATED
 * @param highFrom the probability from which it is HIGH
 * @param raiseFrom the probability from which a customer is flagged
 * @param clearBelow the probability below which a flag may be cleared
 * @param clearAfterVisits how many visits in a row the usual technician must have made by then
 * @param keptAfterDays how long after clearing a customer must stay to count as kept
 * @param windowDays the rolling window for continuity (of at most the 60 latest visits)
 */
public record RiskSettings(
    int horizonDays,
    double elevatedFrom,
    double highFrom,
    double raiseFrom,
    double clearBelow,
    int clearAfterVisits,
    int keptAfterDays,
    int windowDays,
    FindingSettings findings) {

  public RiskSettings {
    require(horizonDays >= 1 && horizonDays <= 365, "horizonDays must be between 1 and 365");
    require(
        0 < elevatedFrom && elevatedFrom < highFrom && highFrom < 1,
        "elevatedFrom must lie below highFrom, both between 0 and 1");
    require(
        0 < clearBelow && clearBelow < raiseFrom && raiseFrom < 1,
        "clearBelow must lie below raiseFrom, both between 0 and 1");
    require(clearAfterVisits >= 0, "clearAfterVisits must not be negative");
    require(keptAfterDays > 0, "keptAfterDays must be positive");
    require(windowDays > 0, "windowDays must be positive");
  }

  public static RiskSettings defaults() {
    return new RiskSettings(90, 0.06, 0.15, 0.20, 0.08, 6, 90, 365, FindingSettings.defaults());
  }

  public RiskSettings withHorizon(int days) {
    return new RiskSettings(
        days,
        elevatedFrom,
        highFrom,
        raiseFrom,
        clearBelow,
        clearAfterVisits,
        keptAfterDays,
        windowDays,
        findings);
  }

  /** Thresholds are set again when a model is promoted, so that as many are flagged as before. */
  public RiskSettings withFlagThresholds(double raise, double clear) {
    return new RiskSettings(
        horizonDays,
        elevatedFrom,
        highFrom,
        raise,
        clear,
        clearAfterVisits,
        keptAfterDays,
        windowDays,
        findings);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
