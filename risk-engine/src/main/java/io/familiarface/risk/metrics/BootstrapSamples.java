package io.familiarface.risk.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Customers drawn anew, each with all that was said of them and all that they did: how far a figure
 * would have come out otherwise by chance. Every figure is drawn on the same customers.
 */
public final class BootstrapSamples {

  private static final int DRAWS = 200;

  private final int[][] counts = new int[DRAWS][];

  public BootstrapSamples(int customers) {
    var random = new SplittableRandom(20_250_106);
    for (var draw = 0; draw < DRAWS; draw++) {
      counts[draw] = new int[customers];
      for (var i = 0; i < customers; i++) {
        counts[draw][random.nextInt(customers)]++;
      }
    }
  }

  public int customers() {
    return counts[0].length;
  }

  /**
   * @param value on the customers as they are
   * @param figure the same by how often each was drawn; NaN where it cannot be told
   */
  public Interval interval(double value, ToDoubleFunction<int[]> figure) {
    var drawn =
        Arrays.stream(counts)
            .mapToDouble(figure)
            .filter(one -> !Double.isNaN(one))
            .sorted()
            .toArray();
    if (Double.isNaN(value) || drawn.length < DRAWS / 2) {
      return Interval.unknown();
    }
    return new Interval(
        value, drawn[(int) (0.025 * drawn.length)], drawn[(int) (0.975 * drawn.length)]);
  }
}
