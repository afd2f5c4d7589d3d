package io.familiarface.risk.flag;

/**
 * When a flag is raised, cleared and kept.
 *
 * @param raiseFrom the probability from which a customer is flagged
 * @param clearBelow the probability below which a flag may be cleared
 * @param clearAfterVisits how many visits in a row the usual technician must have made by then
 * @param keptAfterDays how long after clearing a customer must stay to count as kept
 */
public record FlagSettings(
    double raiseFrom, double clearBelow, int clearAfterVisits, int keptAfterDays) {

  public FlagSettings {
    require(
        0 < clearBelow && clearBelow < raiseFrom && raiseFrom < 1,
        "clearBelow must lie below raiseFrom, both between 0 and 1");
    require(clearAfterVisits >= 0, "clearAfterVisits must not be negative");
    require(keptAfterDays > 0, "keptAfterDays must be positive");
  }

  public static FlagSettings defaults() {
    return new FlagSettings(0.20, 0.08, 6, 90);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
