package io.familiarface.feedback.insight;

import io.familiarface.feedback.statistics.BinomialTest;
import io.familiarface.feedback.statistics.FalseDiscoveryRate;
import io.familiarface.feedback.statistics.GammaPoisson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which groups have more, or fewer, events than chance explains. A group's expected number is its
 * share of all jobs of its population times all events of it. Each is tested exactly ({@link
 * BinomialTest}), all tests of all dimensions together are corrected for how many there are ({@link
 * FalseDiscoveryRate}), and how far a group is off is pulled towards the average by its smallness
 * ({@link GammaPoisson}, fitted for each dimension by itself).
 */
final class StandingOut {
  /** Of the groups that are named, at most this share is named by chance. */
  static final double FALSE_DISCOVERY_RATE = 0.05;

  private StandingOut() {}

  /** Jobs of a group, and of how many something happened. */
  record Group(Dimension dimension, String key, String name, int jobs, int events) {}

  /**
   * What is to be thought of a group.
   *
   * @param ratio to what was expected, shrunk
   * @param adjusted the p-value corrected for all that was looked at
   */
  record Verdict(
      Group group, double expected, GammaPoisson.Estimate ratio, double pValue, double adjusted) {

    boolean standsOut() {
      return adjusted <= FALSE_DISCOVERY_RATE;
    }
  }

  /**
   * Groups that are set beside all of their kind.
   *
   * @param jobs of all groups of one dimension together
   * @param events of them
   */
  record Population(List<Group> groups, int jobs, int events) {
    double expected(Group group) {
      return (double) group.jobs() / jobs * events;
    }

    double pValue(Group group) {
      return BinomialTest.pValue(group.events(), events, (double) group.jobs() / jobs);
    }

    boolean isEmpty() {
      return jobs == 0 || groups.isEmpty();
    }
  }

  /** The most unusual first; of equally unusual ones, where more happened than expected. */
  static List<Verdict> of(List<Population> populations) {
    List<Population> known =
        populations.stream().filter(population -> !population.isEmpty()).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    double[] adjusted =
        FalseDiscoveryRate.adjusted(
            known.stream()
                .flatMapToDouble(all -> all.groups().stream().mapToDouble(all::pValue))
                .toArray());
    List<Verdict> verdicts = new ArrayList<>();
    for (Population all : known) {
      Map<Dimension, GammaPoisson> fitted = all.events() == 0 ? Map.of() : fitted(all);
      for (Group group : all.groups()) {
        double expected = all.expected(group);
        GammaPoisson.Estimate ratio =
            all.events() == 0
                ? null
                : fitted
                    .get(group.dimension())
                    .of(new GammaPoisson.Count(group.events(), expected));
        verdicts.add(
            new Verdict(group, expected, ratio, all.pValue(group), adjusted[verdicts.size()]));
      }
    }
    verdicts.sort(
        Comparator.comparing(Verdict::pValue)
            .thenComparing(verdict -> verdict.expected() - verdict.group().events())
            .thenComparing(verdict -> verdict.group().dimension())
            .thenComparing(verdict -> verdict.group().key()));
    return verdicts;
  }

  private static Map<Dimension, GammaPoisson> fitted(Population all) {
    Map<Dimension, List<GammaPoisson.Count>> counts = new EnumMap<>(Dimension.class);
    for (Group group : all.groups()) {
      counts
          .computeIfAbsent(group.dimension(), dimension -> new ArrayList<>())
          .add(new GammaPoisson.Count(group.events(), all.expected(group)));
    }
    Map<Dimension, GammaPoisson> fitted = new EnumMap<>(Dimension.class);
    counts.forEach((dimension, of) -> fitted.put(dimension, GammaPoisson.fittedTo(of)));
    return fitted;
  }
}
