package io.familiarface.feedback.statistics;

import java.util.List;
import org.hipparchus.distribution.discrete.PoissonDistribution;

/**
 * A control chart of events per unit for periods of unequal size: within the limits is what chance
 * does, outside is a change to be explained (Montgomery, "Introduction to Statistical Quality
 * Control", section 7.3; ISO 7870-2). The limits are those that a Poisson distribution passes as
 * seldom on each side as a normal one passes three standard deviations: where few events are to be
 * expected, chance passes three of their own up to thirty times as often.
 *
 * @param center events per unit over all periods
 */
public record UChart(double center, List<Point> points) {
  /** Beyond three standard deviations of a normal distribution, on one side. */
  private static final double EACH_SIDE = 0.00134990;

  /**
   * What was counted in a period.
   *
   * @param units of which each may have an event, such as visits
   */
  public record Period(int events, int units) {}

  /**
   * A period on the chart.
   *
   * @param rate events per unit; 0 without any unit
   * @param lower never below 0
   */
  public record Point(double rate, double lower, double upper, boolean outside) {}

  public static UChart of(List<Period> periods) {
    long events = periods.stream().mapToLong(Period::events).sum();
    long units = periods.stream().mapToLong(Period::units).sum();
    double center = units == 0 ? 0 : (double) events / units;
    return new UChart(center, periods.stream().map(period -> point(period, center)).toList());
  }

  private static Point point(Period period, double center) {
    if (period.units() == 0) {
      return new Point(0, 0, 0, false);
    }
    double rate = (double) period.events() / period.units();
    if (center == 0) {
      return new Point(rate, 0, 0, false);
    }
    PoissonDistribution chance = new PoissonDistribution(center * period.units());
    int least = chance.inverseCumulativeProbability(EACH_SIDE);
    int most = chance.inverseCumulativeProbability(1 - EACH_SIDE);
    return new Point(
        rate,
        (double) least / period.units(),
        (double) most / period.units(),
        period.events() < least || period.events() > most);
  }
}
