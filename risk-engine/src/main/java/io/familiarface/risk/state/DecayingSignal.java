package io.familiarface.risk.state;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The signals that signal, each with the days after which half of it is gone when nothing has been
 * learned. Why these: docs/risk-model.md.
 */
public enum DecayingSignal {
  SUBSTITUTION(150),
  HANDOVER(240),
  UNCLEAR_CHANGE(180),
  UNTOLD(180),
  TOLD_UNKNOWN(180),
  NOT_INTRODUCED(180),
  INTRODUCTION_UNKNOWN(180),
  GOOD_HANDOVER(120),
  BROKEN_PROMISE(270),
  MISSED(120),
  LATE(60),
  COMPLAINT(180),
  REOPENED(270),
  RECOVERED(180),
  DISTRESS(60),
  SURPRISE(120),
  DISENGAGEMENT(120),
  FAILURE(180),
  LOYALTY(365),
  SATISFACTION(180);

  public static final int COUNT = values().length;

  /** What a technician change adds to, by what was done about it. */
  public static final Set<DecayingSignal> OF_CHANGES =
      Collections.unmodifiableSet(EnumSet.range(SUBSTITUTION, INTRODUCTION_UNKNOWN));

  private final double priorDays;

  DecayingSignal(double priorDays) {
    this.priorDays = priorDays;
  }

  public double priorDays() {
    return priorDays;
  }
}
