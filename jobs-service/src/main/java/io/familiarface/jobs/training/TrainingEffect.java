package io.familiarface.jobs.training;

import java.util.List;

/**
 * What customers say before and after a training: the mean of what each mark lies above what others
 * got in the same circumstances, and how far the two means can be told apart (the interval of a
 * difference of means with unequal variances, after Welch).
 *
 * @param before how many marks in the year before, {@code after} in the year after
 * @param change null while there are too few marks on either side
 */
record TrainingEffect(int before, int after, Double change, Double low, Double high) {
  /** Of which the mean is near enough to normal for marks of five kinds. */
  static final int ENOUGH = 10;

  private static final double NORMAL_95 = 1.959964;

  static TrainingEffect of(List<Double> before, List<Double> after) {
    if (before.size() < ENOUGH || after.size() < ENOUGH) {
      return new TrainingEffect(before.size(), after.size(), null, null, null);
    }
    double change = mean(after) - mean(before);
    double error = Math.sqrt(variance(before) / before.size() + variance(after) / after.size());
    return new TrainingEffect(
        before.size(),
        after.size(),
        change,
        change - NORMAL_95 * error,
        change + NORMAL_95 * error);
  }

  /** For a person to read. A change is no proof: who is sent to a course was chosen. */
  String words() {
    if (change == null) {
      return "Not known yet: %d marks before, %d after; %d on each side tell something."
          .formatted(before, after, ENOUGH);
    }
    if (low > 0) {
      return "Customers are happier since, though not everything that changed need be the course.";
    }
    if (high < 0) {
      return "Customers are less happy since, though not everything that changed need be the course.";
    }
    return "No change is known.";
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static double variance(List<Double> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
        / (values.size() - 1);
  }
}
