package io.familiarface.risk.backtest;

import io.familiarface.risk.backtest.BackTestReport.Baselines;
import io.familiarface.risk.backtest.BackTestReport.FlagIntervals;
import io.familiarface.risk.backtest.BackTestReport.FlagsByCall;
import io.familiarface.risk.learning.TechnicianChangeEffect;
import io.familiarface.risk.metrics.Interval;
import java.util.Locale;

/** What the figures of a back-test mean, in words; bad news is said as plainly as good. */
record BackTestVerdict(
    Interval auc,
    Baselines baselines,
    FlagIntervals flags,
    FlagsByCall calls,
    TechnicianChangeEffect effect) {

  /** Flagged customers must leave this many times as often as others, or the flag is no help. */
  private static final double WORTH_CALLING = 1.3;

  String words() {
    if (auc.value() == null) {
      return "Too few customers left in this time to say what the engine is worth.";
    }
    var words = new StringBuilder(ranking()).append(flagWorth()).append(told());
    if (effect != null) {
      words.append(' ').append(effect.words());
    }
    return words.toString();
  }

  private String ranking() {
    if (auc.from() <= 0.5) {
      return "On this history the engine tells no better than chance who will leave.";
    }
    var over = baselines.overRecentChanges();
    if (over.from() == null || over.from() <= 0) {
      return "The engine tells who will leave better than chance, but not surely better than"
          + " counting recent technician changes.";
    }
    return "The engine tells who will leave better than chance and better than counting recent"
        + " technician changes.";
  }

  /** By the interval of the lift: what may be chance is not praised, and not condemned. */
  private String flagWorth() {
    var lift = flags.lift();
    if (lift.value() == null) {
      return "";
    }
    if (lift.to() < WORTH_CALLING) {
      return " Its flag is worth nothing here: flagged customers leave hardly more often than"
          + " others.";
    }
    var words =
        String.format(
            Locale.ENGLISH,
            lift.from() > 1
                ? " A flagged customer leaves %.1f times as often as customers do on average (95 %%:"
                    + " %.1f to %.1f)."
                : " A flagged customer left %.1f times as often as customers do on average; that may"
                    + " be chance (95 %%: %.1f to %.1f), so this history does not show that the flag"
                    + " is worth anything.",
            lift.value(),
            lift.from(),
            lift.to());
    return words + byRuleAlone(flags.liftByRuleAlone());
  }

  /** Whoever was called and stayed is no false alarm. */
  private String told() {
    if (calls.called() == 0) {
      return "";
    }
    var others =
        calls.notCalled() == 0
            ? ""
            : String.format(
                Locale.ENGLISH,
                " Of the %d under which nobody was, %.0f %% left.",
                calls.notCalled(),
                100 * calls.left().value());
    return String.format(
            Locale.ENGLISH,
            " Of %d flags under which the customer was called %.0f %% left, and who stayed may have"
                + " been kept by it.",
            calls.called(),
            100 * calls.leftThough().value())
        + others;
  }

  private static String byRuleAlone(Interval lift) {
    if (lift.value() == null || lift.from() > 1 && lift.to() >= WORTH_CALLING) {
      return "";
    }
    return lift.to() < WORTH_CALLING
        ? " Flags that a rule alone raised are worth nothing here."
        : " That flags which a rule alone raised are worth anything is not shown.";
  }
}
