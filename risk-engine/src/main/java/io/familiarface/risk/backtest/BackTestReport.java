package io.familiarface.risk.backtest;

import io.familiarface.risk.learning.Contradiction;
import io.familiarface.risk.learning.TechnicianChangeEffect;
import io.familiarface.risk.metrics.Interval;
import io.familiarface.risk.metrics.PredictionQuality;
import java.time.Instant;
import java.util.List;

/**
 * What the engine would have been worth over a past time, had it known at each instant only what
 * was known then.
 *
 * @param customersJudged customers times the instants at which they were judged
 * @param calls null in a report from before calls were told apart
 * @param byDays the area under the ROC curve for leaving within so many days
 * @param verdict in words, bad news included
 */
public record BackTestReport(
    Instant from,
    Instant to,
    int horizonDays,
    int customersJudged,
    int cancellations,
    PredictionQuality model,
    Interval modelAuc,
    Double harrellsC,
    List<AucByDays> byDays,
    Baselines baselines,
    List<CalibrationBin> calibration,
    List<GainPoint> gains,
    List<CapacityPoint> capacity,
    FlagRecord flags,
    List<FlagVolume> volume,
    List<OriginResult> origins,
    TechnicianChangeEffect effectOfChanges,
    List<Contradiction> leftOut,
    int leftOutCount,
    Intervals intervals,
    FlagsByCall calls,
    String verdict) {

  private static final int NAMED = 100;

  /** The first hundred contradictions are named, the rest counted. */
  public BackTestReport {
    leftOut = leftOut.stream().limit(NAMED).toList();
    intervals = intervals == null ? Intervals.unknown() : intervals;
  }

  /** How far figures of the model and of its flags would have come out otherwise by chance. */
  public record Intervals(
      Interval brier, Interval harrellsC, Interval topDecileLift, FlagIntervals flags) {

    static Intervals unknown() {
      var none = Interval.unknown();
      return new Intervals(
          none, none, none, new FlagIntervals(none, none, none, none, none, none, none));
    }
  }

  /**
   * @param lift the precision against the share of all customers who left within the horizon; 1 is
   *     worth nothing
   */
  public record FlagIntervals(
      Interval precision,
      Interval precisionByRuleAlone,
      Interval precisionByProbability,
      Interval recall,
      Interval medianLeadDays,
      Interval lift,
      Interval liftByRuleAlone) {}

  public record AucByDays(int days, Double auc) {}

  /**
   * @param noModel everybody gets the rate that was known at the time
   * @param changesOfAllTime ranking by the number of technician changes ever
   * @param changesWithin180Days ranking by those of the last 180 days
   * @param overRecentChanges how much higher the model's AUC is than the latter's
   * @param alerts of somebody who calls whenever there were so many changes lately
   */
  public record Baselines(
      PredictionQuality noModel,
      Interval changesOfAllTime,
      Interval changesWithin180Days,
      Interval overRecentChanges,
      List<CountingAlerts> alerts) {

    public Baselines {
      alerts = alerts == null ? List.of() : alerts;
    }
  }

  /**
   * Alerts that count changes and nothing else, measured as the flag is: one is raised when the
   * number is reached and stands until it is no longer.
   *
   * @param changes at least so many within the days
   * @param precision how many were followed by a cancellation within the horizon
   * @param recall of the cancellations, how many came while one stood
   * @param lift the precision against the share of all customers who left within the horizon
   */
  public record CountingAlerts(
      int changes,
      int withinDays,
      int raised,
      Interval precision,
      Interval recall,
      Interval lift,
      double alertsPer100CustomerMonths) {}

  /** A tenth of the predictions, from the lowest: what was said and what came. */
  public record CalibrationBin(int customers, double predicted, double observed) {}

  /** How many of those who left were among the riskiest share of customers. */
  public record GainPoint(double shareOfCustomers, double shareOfCancellations) {}

  /** Calling so many of the riskiest at each instant: the share of them who would have left. */
  public record CapacityPoint(int calls, double precision) {}

  /**
   * @param precision of the flags whose time is over, how many were followed by a cancellation
   *     within the horizon
   * @param recall of the cancellations, how many were under an open or just cleared flag, whenever
   *     it was raised
   * @param leadTimes of these cancellations, how long before each the flag had stood
   * @param alertsPer100CustomerMonths flags raised
   * @param callsAWeek how many flags were raised in a week: the calls that they ask for
   */
  public record FlagRecord(
      int raised,
      Double precision,
      int raisedByRuleAlone,
      Double precisionByRuleAlone,
      int raisedByProbability,
      Double precisionByProbability,
      Double recall,
      Double medianLeadDays,
      Double medianLeadVisits,
      List<LeadTime> leadTimes,
      double alertsPer100CustomerMonths,
      double callsAWeek) {}

  /**
   * Flags whose time is over, told apart by whether the customer was called and reached within the
   * horizon from the flag on, and before they left. Whoever left soon could not be called, so the
   * two do not say what calling changed: an experiment does.
   *
   * @param called flags under which the customer was called
   * @param leftThough of these, how many left within the horizon
   * @param notCalled the others
   * @param left of the others, how many left: what the flag is worth by itself
   */
  public record FlagsByCall(int called, Interval leftThough, int notCalled, Interval left) {}

  /** What puts a customer on a list. */
  public enum By {
    /** Under a flag that a rule raised, the probability being below its threshold. */
    RULE_ALONE,
    /** Under a flag that the probability raised. */
    PROBABILITY,
    /** Among the fifteen most likely to leave. */
    CAPACITY
  }

  /**
   * How many are on a list at a time, at the origins.
   *
   * @param in100Customers how many of a hundred customers
   * @param precision how many of them left within the horizon
   */
  public record FlagVolume(By by, double in100Customers, Double precision) {}

  /**
   * @param toDays exclusive; null for all that is longer
   */
  public record LeadTime(int fromDays, Integer toDays, int flags) {}

  public record OriginResult(
      Instant at, boolean learned, int customers, int cancellations, Double auc) {}
}
