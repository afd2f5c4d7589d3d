package io.familiarface.risk.model;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.DecayingSignal;
import java.util.Arrays;
import java.util.List;

/**
 * What the hazard of a visit depends on. Each has the coefficient to start from, how far the
 * company's own history may easily move it (a standard deviation), what a typical customer has, and
 * the reason it speaks for. Where each number comes from: docs/risk-model.md.
 */
public enum Feature {
  INTERCEPT(-4.7, 1.5, 1, null),
  DENSE_CADENCE(0.5, 0.3, 0, null),
  SPARSE_CADENCE(0.2, 0.3, 0, null),
  SUBSTITUTION(DecayingSignal.SUBSTITUTION, 0.45, 0.35, ReasonCode.TECHNICIAN_CHANGE),
  HANDOVER(DecayingSignal.HANDOVER, 0.5, 0.35, ReasonCode.TECHNICIAN_CHANGE),
  UNCLEAR_CHANGE(DecayingSignal.UNCLEAR_CHANGE, 0.5, 0.35, ReasonCode.TECHNICIAN_CHANGE),
  UNTOLD(DecayingSignal.UNTOLD, 0.3, 0.3, ReasonCode.CHANGE_WITHOUT_NOTICE),
  TOLD_UNKNOWN(DecayingSignal.TOLD_UNKNOWN, 0.15, 0.3, ReasonCode.TECHNICIAN_CHANGE),
  NOT_INTRODUCED(DecayingSignal.NOT_INTRODUCED, 0.25, 0.3, ReasonCode.CHANGE_WITHOUT_INTRODUCTION),
  INTRODUCTION_UNKNOWN(DecayingSignal.INTRODUCTION_UNKNOWN, 0.1, 0.3, ReasonCode.TECHNICIAN_CHANGE),
  GOOD_HANDOVER(DecayingSignal.GOOD_HANDOVER, 0.1, 0.3, null),
  STRANGER_LAST(0.4, 0.3, 0, ReasonCode.TECHNICIAN_CHANGE),
  BROKEN_PROMISE(DecayingSignal.BROKEN_PROMISE, 0.8, 0.4, ReasonCode.PROMISE_BROKEN),
  SECOND_FAILURE(0.25, 0.3, 0, ReasonCode.REPEATED_FAILURE),
  MISSED(DecayingSignal.MISSED, 0.5, 0.35, ReasonCode.MISSED_VISIT),
  LATE(DecayingSignal.LATE, 0.1, 0.2, ReasonCode.LATE_VISIT),
  COMPLAINT(DecayingSignal.COMPLAINT, 0.35, 0.3, ReasonCode.PAST_COMPLAINT),
  OPEN_CASE(0.6, 0.4, 0, ReasonCode.OPEN_COMPLAINT),
  REOPENED(DecayingSignal.REOPENED, 0.8, 0.4, ReasonCode.CASE_REOPENED),
  RECOVERED(DecayingSignal.RECOVERED, -0.25, 0.3, null),
  DISSATISFACTION(0.35, 0.3, 0, ReasonCode.LOW_SATISFACTION),
  FALLING(0.2, 0.25, 0, ReasonCode.FALLING_SATISFACTION),
  SILENCE(0.05, 0.15, 0, ReasonCode.SILENCE),
  BURNED_BEFORE(0.25, 0.3, 0, ReasonCode.BURNED_BEFORE),
  DISTRESS(DecayingSignal.DISTRESS, 0.5, 0.4, ReasonCode.DISTRESS),
  SURPRISE(DecayingSignal.SURPRISE, 0.35, 0.3, ReasonCode.SURPRISE),
  DISENGAGEMENT(DecayingSignal.DISENGAGEMENT, 0.25, 0.3, ReasonCode.DISENGAGEMENT),
  INVOICE_TROUBLE(0.35, 0.3, 0, ReasonCode.INVOICE_TROUBLE),
  TENURE(-0.1, 0.15, 1.9, null),
  LOYALTY(-0.15, 0.2, 1.8, null),
  NEW_RELATION(0.2, 0.3, 0.1, ReasonCode.NEW_RELATION);

  public static final int COUNT = values().length;

  /** Those that a technician change adds to. */
  public static final List<Feature> OF_CHANGES =
      Arrays.stream(values())
          .filter(feature -> DecayingSignal.OF_CHANGES.contains(feature.signal))
          .toList();

  private final DecayingSignal signal;
  private final double prior;
  private final double deviation;
  private final double typical;
  private final ReasonCode reason;

  Feature(DecayingSignal signal, double prior, double deviation, ReasonCode reason) {
    this(signal, prior, deviation, 0, reason);
  }

  Feature(double prior, double deviation, double typical, ReasonCode reason) {
    this(null, prior, deviation, typical, reason);
  }

  Feature(
      DecayingSignal signal, double prior, double deviation, double typical, ReasonCode reason) {
    this.signal = signal;
    this.prior = prior;
    this.deviation = deviation;
    this.typical = typical;
    this.reason = reason;
  }

  /** The signal whose saturated decayed sum it is; null for what is read off otherwise. */
  public DecayingSignal signal() {
    return signal;
  }

  public double prior() {
    return prior;
  }

  public double deviation() {
    return deviation;
  }

  public double typical() {
    return typical;
  }

  /** What a customer is told to be at risk by; null for what is not a reason of its own. */
  public ReasonCode reason() {
    return reason;
  }
}
