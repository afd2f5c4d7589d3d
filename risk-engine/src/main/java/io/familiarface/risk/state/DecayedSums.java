package io.familiarface.risk.state;

/**
 * A decayed sum for each decaying signal; each is brought up to date only when it is touched. Sums
 * are kept to seven digits, as they are written.
 */
final class DecayedSums {

  private final double[] value;
  private final long[] at;

  DecayedSums() {
    this(new double[DecayingSignal.COUNT], new long[DecayingSignal.COUNT]);
  }

  private DecayedSums(double[] value, long[] at) {
    this.value = value;
    this.at = at;
  }

  void add(DecayingSignal signal, double amount, long when, HalfLives halfLives) {
    var i = signal.ordinal();
    var sum = value[i] == 0 ? amount : value[i] * halfLives.left(signal, at[i], when) + amount;
    value[i] = (float) sum;
    at[i] = when;
  }

  double at(DecayingSignal signal, long when, HalfLives halfLives) {
    var i = signal.ordinal();
    return value[i] == 0 ? 0 : value[i] * halfLives.left(signal, at[i], when);
  }

  double last(DecayingSignal signal) {
    return value[signal.ordinal()];
  }

  DecayedSums copy() {
    return new DecayedSums(value.clone(), at.clone());
  }

  void write(StateWriter out) {
    var kept = 0L;
    for (var i = 0; i < DecayingSignal.COUNT; i++) {
      kept |= value[i] == 0 ? 0 : 1L << i;
    }
    out.count(kept);
    for (var i = 0; i < DecayingSignal.COUNT; i++) {
      if (value[i] != 0) {
        out.single((float) value[i]);
        out.time(at[i]);
      }
    }
  }

  static DecayedSums read(StateReader in) {
    var sums = new DecayedSums();
    var kept = in.big();
    for (var i = 0; i < DecayingSignal.COUNT; i++) {
      if ((kept >> i & 1) == 1) {
        sums.value[i] = in.single();
        sums.at[i] = in.time();
      }
    }
    return sums;
  }
}
