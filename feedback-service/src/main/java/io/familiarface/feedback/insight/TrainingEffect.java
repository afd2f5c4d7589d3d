package io.familiarface.feedback.insight;

import io.familiarface.feedback.statistics.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Marks before and after trainings, each technician set beside themself: the averages of many
 * trainings are those of each, weighted by n₁n₂/(n₁+n₂), the same before and after. Were all marks
 * thrown together, it would look like an effect where those who are well liked have more of their
 * marks after it than the others.
 *
 * @param before the average mark; null where no training has marks on both sides
 * @param effect by how much it rose more than others'; null where that is not known of any
 * @param interval of the effect; null where no two marks of one side are known
 */
record TrainingEffect(
    int marksBefore,
    Double before,
    int marksAfter,
    Double after,
    Double effect,
    Interval interval) {

  static TrainingEffect of(List<TrainingCounts.Row> trainings) {
    List<Own> own =
        trainings.stream().filter(row -> row.before() > 0 && row.after() > 0).map(Own::of).toList();
    List<Own> compared = own.stream().filter(one -> one.others != null).toList();
    Double effect = average(compared, one -> one.after - one.before - one.others);
    return new TrainingEffect(
        own.stream().mapToInt(one -> one.row.before()).sum(),
        average(own, one -> one.before),
        own.stream().mapToInt(one -> one.row.after()).sum(),
        average(own, one -> one.after),
        effect,
        interval(effect, compared));
  }

  static Double mean(int n, double sum) {
    return n == 0 ? null : sum / n;
  }

  /**
   * A training with marks on both sides.
   *
   * @param others by how much the mark of all others changed; null where they have none
   * @param squares the sum of the squares around the two averages
   */
  private record Own(
      TrainingCounts.Row row, double before, double after, Double others, double squares) {

    static Own of(TrainingCounts.Row row) {
      double before = row.beforeSum() / row.before();
      double after = row.afterSum() / row.after();
      return new Own(
          row,
          before,
          after,
          row.othersBefore() == null || row.othersAfter() == null
              ? null
              : row.othersAfter() - row.othersBefore(),
          Math.max(0, row.beforeSquares() - before * row.beforeSum())
              + Math.max(0, row.afterSquares() - after * row.afterSum()));
    }

    double weight() {
      return (double) row.before() * row.after() / (row.before() + row.after());
    }
  }

  private static Double average(List<Own> of, ToDoubleFunction<Own> value) {
    return of.isEmpty()
        ? null
        : of.stream().mapToDouble(one -> one.weight() * value.applyAsDouble(one)).sum()
            / of.stream().mapToDouble(Own::weight).sum();
  }

  /** Marks are taken to vary alike around all of the averages. */
  private static Interval interval(Double effect, List<Own> of) {
    int free = of.stream().mapToInt(one -> one.row.before() + one.row.after() - 2).sum();
    if (free == 0) {
      return null;
    }
    double variance = of.stream().mapToDouble(Own::squares).sum() / free;
    double weights = of.stream().mapToDouble(Own::weight).sum();
    return Interval.around(effect, Math.sqrt(variance / weights));
  }
}
