package io.familiarface.feedback.statistics;

import java.util.List;

/**
 * A control chart of events per unit for periods of unequal size: within three standard deviations
 * of the average is what chance does, outside is a change to be explained (Montgomery,
 * "Introduction to Statistical Quality Control", section 7.3; ISO 7870-2).
 *
 * @param center events per unit over all periods
 */
public record UChart(double center, List<Point> points) {
  private static final int SIGMAS = 3;

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
    double reach = SIGMAS * Math.sqrt(center / period.units());
    double lower = Math.max(0, center - reach);
    double upper = center + reach;
    return new Point(rate, lower, upper, rate < lower || rate > upper);
  }
}
