package io.familiarface.risk.learning;

import io.familiarface.risk.learning.SimulatedSnapshot.ScoredCustomers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether what was said came true as often, pooled over companies: how many standard deviations of
 * the binomial lie between.
 */
public final class PooledCalibration {

  /** Of a normal distribution: the interval that holds so much lies within so many deviations. */
  public static final double Z_OF_99_PERCENT = 2.576;

  public static final double Z_OF_99_5_PERCENT = 2.807;

  private record One(double probability, boolean left) {}

  /**
   * @param z how far the observed lies above the predicted
   */
  public record Proportion(int customers, double predicted, double observed, double z) {}

  private final List<One> all = new ArrayList<>();

  public void add(ScoredCustomers said) {
    for (var i = 0; i < said.scores().length; i++) {
      all.add(new One(said.scores()[i], said.left()[i]));
    }
  }

  public Proportion pooled() {
    return share(all);
  }

  /** Tenths by probability, the lowest first. */
  public List<Proportion> tenths() {
    var sorted = all.stream().sorted(Comparator.comparingDouble(One::probability)).toList();
    var tenths = new ArrayList<Proportion>();
    for (var tenth = 0; tenth < 10; tenth++) {
      tenths.add(
          share(sorted.subList(sorted.size() * tenth / 10, sorted.size() * (tenth + 1) / 10)));
    }
    return tenths;
  }

  private static Proportion share(List<One> some) {
    var n = some.size();
    var predicted = some.stream().mapToDouble(One::probability).average().orElseThrow();
    var observed = some.stream().filter(One::left).count() / (double) n;
    return new Proportion(
        n,
        predicted,
        observed,
        (observed - predicted) / Math.sqrt(predicted * (1 - predicted) / n));
  }
}
