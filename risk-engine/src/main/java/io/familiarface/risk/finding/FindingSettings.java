package io.familiarface.risk.finding;

/**
 * The thresholds of the rules. Days are how far back a rule looks.
 *
 * @param repeatedChanges how many technician changes are repeated ones, 2 to 4
 * @param lowMark a last mark (1 to 5) at or below this is low
 * @param fallenBy a last mark this far below their usual one has fallen
 * @param silentRequests how many requests for feedback in a row without an answer are silence, 1 to
 *     4
 * @param answerWithinDays how long they may take to answer
 */
public record FindingSettings(
    int repeatedChanges,
    int repeatedChangesDays,
    int brokenPromiseDays,
    int changeDays,
    int missedVisitDays,
    int surpriseDays,
    int reopenedDays,
    double lowMark,
    double fallenBy,
    int markDays,
    int distressDays,
    int silentRequests,
    int answerWithinDays) {

  public FindingSettings {
    require(repeatedChanges >= 2 && repeatedChanges <= 4, "repeatedChanges must be 2, 3 or 4");
    require(silentRequests >= 1 && silentRequests <= 4, "silentRequests must be 1 to 4");
    require(answerWithinDays >= 0, "answerWithinDays must not be negative");
    require(lowMark >= 1 && lowMark < 5, "lowMark must be a mark from 1 to 5");
    require(fallenBy > 0 && fallenBy < 4, "fallenBy must be more than 0 and less than 4 marks");
    positive(repeatedChangesDays, "repeatedChangesDays");
    positive(brokenPromiseDays, "brokenPromiseDays");
    positive(changeDays, "changeDays");
    positive(missedVisitDays, "missedVisitDays");
    positive(surpriseDays, "surpriseDays");
    positive(reopenedDays, "reopenedDays");
    positive(markDays, "markDays");
    positive(distressDays, "distressDays");
  }

  public static FindingSettings defaults() {
    return new FindingSettings(2, 180, 365, 180, 120, 120, 180, 2.5, 1.0, 120, 90, 3, 14);
  }

  private static void positive(int days, String name) {
    require(days > 0 && days <= 3_650, name + " must be 1 to 3650 days");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
