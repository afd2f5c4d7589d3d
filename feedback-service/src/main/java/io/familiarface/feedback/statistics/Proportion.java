package io.familiarface.feedback.statistics;

/**
 * So many of so many.
 *
 * @param some how many of them
 * @param of of how many, 0 for none at all
 */
public record Proportion(long some, long of) {
  public Proportion {
    if (some < 0 || some > of) {
      throw new IllegalArgumentException("some of them: between 0 and " + of + ", not " + some);
    }
  }

  /** Null of nothing. */
  public Double value() {
    return of == 0 ? null : (double) some / of;
  }

  /**
   * The score interval, which holds for small numbers and near 0 and 1 too (Wilson 1927, "Probable
   * inference, the law of succession, and statistical inference"); null of nothing.
   */
  public Interval interval() {
    if (of == 0) {
      return null;
    }
    double p = (double) some / of;
    double z2 = Interval.Z * Interval.Z / of;
    double center = (p + z2 / 2) / (1 + z2);
    double half = Interval.Z / (1 + z2) * Math.sqrt(p * (1 - p) / of + z2 / (4 * of));
    return new Interval(
        some == 0 ? 0 : Math.max(0, center - half), some == of ? 1 : Math.min(1, center + half));
  }
}
