package io.familiarface.risk.flag;

import io.familiarface.risk.finding.Finding;
import io.familiarface.risk.finding.FindingRules;
import io.familiarface.risk.model.SurvivalForecast;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.state.ReferenceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * When flags are raised and cleared. A flag is judged once for each instant at which something
 * happened, after all of it, and at those later instants at which it can change by itself; so a
 * replay comes to the same flags as life did.
 */
public final class FlagRules {

  /** Instead of a probability that is not worth working out. */
  private static final double SURELY_BELOW = -1;

  private final FlagSettings settings;
  private final FindingRules findings;
  private final SurvivalForecast outlook;
  private final String modelVersion;
  private final double uncalibratedRaise;

  public FlagRules(
      FlagSettings settings, FindingRules findings, SurvivalForecast outlook, String modelVersion) {
    this.settings = settings;
    this.findings = findings;
    this.outlook = outlook;
    this.modelVersion = modelVersion;
    uncalibratedRaise = outlook.uncalibratedFor(settings.raiseFrom());
  }

  /** Lets time pass: judges the last instant at which something happened, and every tick since. */
  public void advanceTo(CustomerState state, long until, boolean including) {
    if (state.lastAt() == Long.MIN_VALUE) {
      return;
    }
    var since = state.flags().judgedSince();
    var from = since == 0 ? state.lastAt() : Math.max(since, state.lastAt());
    if (from > until || from == until && !including) {
      return;
    }
    var probability = judge(state, from);
    for (var tick = nextTick(state, from, probability);
        including ? tick <= until : tick < until;
        tick = nextTick(state, tick, probability)) {
      probability = judge(state, tick);
    }
  }

  /** The next instant at which a flag may change by itself; {@code Long.MAX_VALUE} when none. */
  public long nextTick(CustomerState state, long after) {
    return nextTick(state, after, state.flags().open() ? SURELY_BELOW : mayRaise(state, after));
  }

  private long nextTick(CustomerState state, long after, double probability) {
    if (state.standing(after) != CustomerStatus.ACTIVE) {
      return Long.MAX_VALUE;
    }
    var waitingSince = state.flags().waitingSince();
    var undecided = state.flags().open() || waitingSince != 0;
    var next = undecided ? state.lapsesAt() : Long.MAX_VALUE;
    if (waitingSince != 0) {
      next = later(EpochMicros.plusDays(waitingSince, settings.keptAfterDays()), after, next);
    }
    if (state.flags().open()) {
      return mayClear(state) ? Math.min(next, nextDay(after)) : next;
    }
    next = Math.min(next, nextLook(after, probability));
    var grace = findings.answerWithinDays();
    for (var request : state.references(ReferenceKind.UNANSWERED_REQUEST)) {
      next = later(EpochMicros.plusDays(request.at(), grace), after, next);
    }
    return next;
  }

  /**
   * When the probability may have passed the threshold though nothing happened, as it does when a
   * visit comes near or a kindness fades: each midnight when it is not far below, each seventh when
   * it is, and never when it cannot get there.
   */
  private long nextLook(long after, double probability) {
    if (probability == SURELY_BELOW) {
      return Long.MAX_VALUE;
    }
    var near = probability >= settings.raiseFrom() / 2;
    return nextDay(after) + (near ? 0 : 6 * EpochMicros.PER_DAY);
  }

  /** The probability, where it may raise a flag now or later while nothing happens. */
  private double mayRaise(CustomerState state, long now) {
    return outlook.surelyBelow(state, now, uncalibratedRaise)
        ? SURELY_BELOW
        : outlook.probability(state, now);
  }

  private static long later(long candidate, long after, long best) {
    return candidate > after ? Math.min(candidate, best) : best;
  }

  private static long nextDay(long after) {
    return (Math.floorDiv(after, EpochMicros.PER_DAY) + 1) * EpochMicros.PER_DAY;
  }

  /** Answers as {@link #mayRaise}, so that it is worked out once. */
  private double judge(CustomerState state, long now) {
    var standing = state.standing(now);
    var flags = state.flags();
    if (standing == CustomerStatus.LAPSED) {
      flags.lose(now, state.completed());
    }
    if (standing != CustomerStatus.ACTIVE) {
      return SURELY_BELOW;
    }
    if (flags.open()) {
      if (!mayClear(state) || outlook.probability(state, now) >= settings.clearBelow()) {
        return SURELY_BELOW;
      }
      flags.clear(now);
      return mayRaise(state, now);
    }
    if (flags.waitingSince() != 0) {
      var keptIfClearedBy = EpochMicros.plusDays(now, -settings.keptAfterDays());
      flags.keep(keptIfClearedBy, settings.keptAfterDays(), state.completed());
    }
    var probability = mayRaise(state, now);
    raiseIfDue(state, now, probability >= settings.raiseFrom());
    return probability;
  }

  private boolean mayClear(CustomerState state) {
    return state.inRow() >= settings.clearAfterVisits();
  }

  private void raiseIfDue(CustomerState state, long now, boolean probable) {
    if (!probable && !findings.mayFlag(state, now)) {
      return;
    }
    var found = findings.of(state, now);
    var lastOver = state.flags().lastOver();
    if (probable || found.stream().anyMatch(finding -> raises(finding, lastOver))) {
      state.flags().raise(now, codes(found, probable), modelVersion, state.completed());
    }
  }

  /** What was known when the last flag was cleared does not raise the next one. */
  private static boolean raises(Finding finding, long lastOver) {
    return finding.level() == FindingLevel.FLAG && finding.newest() > lastOver;
  }

  private static List<ReasonCode> codes(List<Finding> found, boolean probable) {
    var codes = new ArrayList<ReasonCode>();
    found.forEach(finding -> codes.add(finding.code()));
    if (probable) {
      codes.add(ReasonCode.HIGH_PROBABILITY);
    }
    return codes;
  }
}
