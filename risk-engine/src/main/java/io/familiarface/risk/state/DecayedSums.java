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
    for (var i = 0; i < DecayingSignal.COUNT; i++) {
      if (value[i] != 0) {
        out.count(i + 1);
        out.single((float) value[i]);
        out.time(at[i]);
      }
    }
    out.count(0);
  }

  static DecayedSums read(StateReader in) {
    var sums = new DecayedSums();
    for (var next = in.count(); next > 0; next = in.count()) {
      sums.value[next - 1] = in.single();
      sums.at[next - 1] = in.time();
    }
    return sums;
  }
}
