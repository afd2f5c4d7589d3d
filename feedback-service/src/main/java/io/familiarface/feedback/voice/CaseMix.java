package io.familiarface.feedback.voice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares technicians by what their customers say, with the cases they were sent to taken into
 * account: each mark is set against the mean of what all <em>others</em> got in the same
 * circumstances (indirect standardisation), and the difference is drawn towards nought by as much
 * as chance explains of it: an empirical Bayes estimate (Efron and Morris 1975) with the variance
 * between technicians after DerSimonian and Laird (1986).
 */
final class CaseMix {
  private static final double NORMAL_95 = 1.959964;

  /** So many marks in the same circumstances make a mean. */
  private static final int ENOUGH_TO_COMPARE = 5;

  private final Map<UUID, Map<Circumstances, Sums>> byTechnician = new HashMap<>();
  private final Map<Circumstances, Sums> byCircumstances = new EnumMap<>(Circumstances.class);
  private final Sums all = new Sums();
  private final double within;
  private final double between;

  CaseMix(List<Mark> marks) {
    for (Mark mark : marks) {
      byTechnician
          .computeIfAbsent(mark.technicianId(), id -> new EnumMap<>(Circumstances.class))
          .computeIfAbsent(mark.circumstances(), same -> new Sums())
          .add(mark.csat());
      byCircumstances.computeIfAbsent(mark.circumstances(), same -> new Sums()).add(mark.csat());
      all.add(mark.csat());
    }
    this.within = variance();
    this.between = varianceBetween();
  }

  /**
   * How one technician's customers are, in marks from 1 to 5.
   *
   * @param observed the mean of the marks
   * @param expected what others got in the same circumstances
   * @param difference between the two; {@code low} and {@code high} bound it, nineteen times of
   *     twenty
   * @param shrunk the difference that is left once chance is allowed for
   */
  record Standing(
      int answers,
      double observed,
      double expected,
      double difference,
      double low,
      double high,
      double shrunk) {}

  /** Empty while there are no marks, or nobody to compare them with. */
  Optional<Standing> of(UUID technician) {
    Map<Circumstances, Sums> own = byTechnician.getOrDefault(technician, Map.of());
    int answers = own.values().stream().mapToInt(sums -> sums.count).sum();
    if (answers == 0) {
      return Optional.empty();
    }
    double observed = 0;
    double expected = 0;
    for (Map.Entry<Circumstances, Sums> entry : own.entrySet()) {
      Optional<Double> others = expected(technician, entry.getKey());
      if (others.isEmpty()) {
        return Optional.empty();
      }
      observed += entry.getValue().sum / answers;
      expected += others.get() * entry.getValue().count / answers;
    }
    double difference = observed - expected;
    double error = Math.sqrt(within / answers);
    double weight = between == 0 ? 0 : between / (between + within / answers);
    return Optional.of(
        new Standing(
            answers,
            observed,
            expected,
            difference,
            difference - NORMAL_95 * error,
            difference + NORMAL_95 * error,
            weight * difference));
  }

  /** What others got in the same circumstances, or at all where there are too few of them. */
  Optional<Double> expected(UUID technician, Circumstances circumstances) {
    Map<Circumstances, Sums> own = byTechnician.getOrDefault(technician, Map.of());
    Sums same =
        byCircumstances
            .getOrDefault(circumstances, new Sums())
            .without(own.getOrDefault(circumstances, new Sums()));
    if (same.count >= ENOUGH_TO_COMPARE) {
      return Optional.of(same.mean());
    }
    Sums ownAll = new Sums();
    own.values().forEach(ownAll::add);
    Sums others = all.without(ownAll);
    return others.count >= ENOUGH_TO_COMPARE ? Optional.of(others.mean()) : Optional.empty();
  }

  /** The mean of all marks; empty if there are none. */
  Optional<Double> company() {
    return all.count == 0 ? Optional.empty() : Optional.of(all.mean());
  }

  /** Of marks of the same technician in the same circumstances. */
  private double variance() {
    double squares = 0;
    int freedom = 0;
    for (Map<Circumstances, Sums> own : byTechnician.values()) {
      for (Sums sums : own.values()) {
        squares += sums.squares - sums.sum * sums.sum / sums.count;
        freedom += sums.count - 1;
      }
    }
    return freedom == 0 ? 0 : squares / freedom;
  }

  private double varianceBetween() {
    if (within == 0) {
      return 0;
    }
    List<double[]> rows = new ArrayList<>();
    for (Map.Entry<UUID, Map<Circumstances, Sums>> entry : byTechnician.entrySet()) {
      double difference = 0;
      int answers = entry.getValue().values().stream().mapToInt(sums -> sums.count).sum();
      for (Map.Entry<Circumstances, Sums> own : entry.getValue().entrySet()) {
        double others = expected(entry.getKey(), own.getKey()).orElse(own.getValue().mean());
        difference += (own.getValue().sum - own.getValue().count * others) / answers;
      }
      rows.add(new double[] {answers / within, difference});
    }
    double weights = rows.stream().mapToDouble(row -> row[0]).sum();
    double squared = rows.stream().mapToDouble(row -> row[0] * row[0]).sum();
    double mean = rows.stream().mapToDouble(row -> row[0] * row[1]).sum() / weights;
    double q = rows.stream().mapToDouble(row -> row[0] * Math.pow(row[1] - mean, 2)).sum();
    double scale = weights - squared / weights;
    return rows.size() < 2 || scale <= 0 ? 0 : Math.max(0, (q - (rows.size() - 1)) / scale);
  }

  private static final class Sums {
    private int count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    void add(Sums other) {
      count += other.count;
      sum += other.sum;
      squares += other.squares;
    }

    Sums without(Sums some) {
      Sums rest = new Sums();
      rest.count = count - some.count;
      rest.sum = sum - some.sum;
      rest.squares = squares - some.squares;
      return rest;
    }

    double mean() {
      return sum / count;
    }
  }
}
