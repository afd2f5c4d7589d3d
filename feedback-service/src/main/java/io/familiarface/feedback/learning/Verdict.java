package io.familiarface.feedback.learning;

import io.familiarface.feedback.learning.BackTestReport.Baselines;
import io.familiarface.feedback.learning.BackTestReport.FlagRecord;
import io.familiarface.feedback.learning.BackTestReport.Interval;
import java.util.Locale;

/** What the figures of a back-test mean, in words; bad news is said as plainly as good. */
record Verdict(
    Interval auc, Quality model, Baselines baselines, FlagRecord flags, EffectOfChanges effect) {

  /** Flagged customers must leave this many times as often as others, or the flag is no help. */
  private static final double WORTH_CALLING = 1.3;

  String words() {
    if (auc.value() == null) {
      return "Too few customers left in this time to say what the engine is worth.";
    }
    var words = new StringBuilder(ranking()).append(flagWorth());
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

  private String flagWorth() {
    if (flags.precision() == null) {
      return "";
    }
    var lift = lift(flags.precision());
    if (lift < WORTH_CALLING) {
      return " Its flag is worth nothing here: flagged customers leave hardly more often than"
          + " others.";
    }
    var words =
        String.format(
            Locale.ENGLISH,
            " A flagged customer leaves %.1f times as often as customers do on average.",
            lift);
    var byRule = flags.precisionByRuleAlone();
    return byRule != null && lift(byRule) < WORTH_CALLING
        ? words + " Flags that a rule alone raised are worth nothing here."
        : words;
  }

  private double lift(double precision) {
    return precision / Math.max(1e-9, model.observedRate());
  }
}
