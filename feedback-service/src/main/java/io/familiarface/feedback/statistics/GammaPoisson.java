package io.familiarface.feedback.statistics;

import java.util.List;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * How much more than expected happens in a group, small numbers pulled towards the average of all:
 * the groups' true ratios are taken to be spread by a gamma distribution around 1, and its spread
 * is estimated from the groups themselves by moments (Clayton and Kaldor 1987, "Empirical Bayes
 * estimates of age-standardized relative risks"; Marshall 1991, "Mapping disease and mortality
 * rates using empirical Bayes estimators").
 *
 * @param shape of the distribution around 1, which is also its rate: the number of expected events
 *     at which a group's own count weighs as much as the average
 */
public record GammaPoisson(double shape) {
  /**
   * No two groups are quite alike: the ratios are never taken to be spread by less than a tenth.
   */
  private static final double LEAST_VARIANCE = 0.01;

  private static final double EACH_SIDE = 0.025;

  /**
   * Events of a group.
   *
   * @param expected how many were to be expected, above 0
   */
  public record Count(int observed, double expected) {
    double ratio() {
      return observed / expected;
    }
  }

  /**
   * A group's ratio to what was expected.
   *
   * @param ratio the mean of what is believed after counting
   * @param interval between which it lies with a probability of 95 %
   */
  public record Estimate(double ratio, Interval interval) {}

  public static GammaPoisson fittedTo(List<Count> groups) {
    double expected = groups.stream().mapToDouble(Count::expected).sum();
    double spread =
        groups.stream()
            .mapToDouble(group -> group.expected() * Math.pow(group.ratio() - 1, 2))
            .sum();
    double byChance = groups.size() / expected;
    double variance = expected == 0 ? 0 : spread / expected - byChance;
    return new GammaPoisson(1 / Math.max(LEAST_VARIANCE, variance));
  }

  public Estimate of(Count group) {
    double seen = group.observed() + shape;
    double after = group.expected() + shape;
    GammaDistribution believed = new GammaDistribution(seen, 1 / after);
    return new Estimate(
        seen / after,
        new Interval(
            believed.inverseCumulativeProbability(EACH_SIDE),
            believed.inverseCumulativeProbability(1 - EACH_SIDE)));
  }
}
