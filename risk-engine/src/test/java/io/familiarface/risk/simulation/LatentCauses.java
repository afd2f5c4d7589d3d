package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.EpochMicros;

/** The true, fading causes of one simulated customer. */
final class LatentCauses {

  static final int SUBSTITUTION = 0;
  static final int HANDOVER = 1;
  static final int UNTOLD = 2;
  static final int NOT_INTRODUCED = 3;
  static final int PROMISE = 4;
  static final int MISSED = 5;
  static final int COMPLAINT = 6;
  static final int SECOND = 7;
  static final int OPEN = 8;
  static final int BURNED = 9;
  static final int TENURE = 10;
  static final int COUNT = 11;
  private static final int FADING = 8;

  private final double[] value = new double[COUNT];
  private final double[] halfLife = new double[FADING];
  private final double[] weight = new double[COUNT];
  private long now;

  LatentCauses(World.Effects effects) {
    set(SUBSTITUTION, effects.substitution(), effects.changeHalfLife());
    set(HANDOVER, effects.handover(), effects.changeHalfLife());
    set(UNTOLD, effects.untold(), effects.changeHalfLife());
    set(NOT_INTRODUCED, effects.notIntroduced(), effects.changeHalfLife());
    set(PROMISE, effects.brokenPromise(), effects.promiseHalfLife());
    set(MISSED, effects.missed(), effects.missedHalfLife());
    set(COMPLAINT, effects.complaint(), effects.complaintHalfLife());
    set(SECOND, effects.secondFailure(), effects.changeHalfLife());
    weight[OPEN] = effects.openCase();
    weight[BURNED] = effects.burnedBefore();
    weight[TENURE] = effects.tenure();
  }

  private void set(int cause, double effect, double days) {
    weight[cause] = effect;
    halfLife[cause] = days;
  }

  void advanceTo(long at) {
    if (at > now) {
      for (var i = 0; i < FADING; i++) {
        value[i] *= Math.pow(0.5, EpochMicros.days(now, at) / halfLife[i]);
      }
      now = at;
    }
  }

  void add(int cause, double amount) {
    value[cause] += amount;
  }

  void put(int cause, double amount) {
    value[cause] = amount;
  }

  double of(int cause) {
    return value[cause];
  }

  double[] snapshot() {
    return value.clone();
  }

  /** All that went wrong lately, once each. */
  double failures() {
    return value[SUBSTITUTION] + value[HANDOVER] + value[MISSED] + value[COMPLAINT];
  }

  /** What there is to complain of: changes only where customers mind who comes. */
  double trouble() {
    return (weight[SUBSTITUTION] > 0 ? value[SUBSTITUTION] : 0)
        + (weight[HANDOVER] > 0 ? value[HANDOVER] : 0)
        + value[MISSED]
        + value[COMPLAINT];
  }

  /** What they add to the log-odds for someone who minds changes so much. */
  double effect(double sensitivity) {
    var sum = 0.0;
    for (var i = 0; i < COUNT; i++) {
      sum += weight[i] * value[i] * (i <= PROMISE ? sensitivity : 1);
    }
    return sum;
  }
}
