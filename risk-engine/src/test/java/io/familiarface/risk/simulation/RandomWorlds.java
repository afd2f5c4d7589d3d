package io.familiarface.risk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Worlds whose laws are drawn, so that an engine is also judged on companies that nobody had in
 * mind: other weights, half-lives, cadences, staffing and manners. Technician changes matter in
 * each, more or less.
 */
public final class RandomWorlds {

  private static final double[] CADENCES = {7, 14, 30.44, 60.9, 91.3, 182.6};
  private static final double[] LEAVES_AT_ONCE = {0, 3, 10, 20};

  private final SplittableRandom random;

  private RandomWorlds(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The same seed draws the same one. */
  public static World drawn(long seed) {
    return new RandomWorlds(seed).world("random world " + seed);
  }

  private World world(String name) {
    var cadences = cadences();
    return new World(
        name,
        cadences,
        new World.Staffing(
            between(0.15, 0.8), between(0.5, 3), random.nextInt(1, 6), between(0.005, 0.04)),
        new World.Manners(
            between(0, 0.6),
            between(0.2, 0.7),
            between(0.2, 0.7),
            between(0, 0.35),
            between(0.05, 0.5),
            between(0.005, 0.04)),
        effects(cadences),
        LEAVES_AT_ONCE[random.nextInt(LEAVES_AT_ONCE.length)]);
  }

  /** One to three neighbours on the list. */
  private List<Double> cadences() {
    var from = random.nextInt(CADENCES.length);
    var to = Math.min(CADENCES.length, from + random.nextInt(1, 4));
    var cadences = new ArrayList<Double>();
    for (var i = from; i < to; i++) {
      cadences.add(CADENCES[i]);
    }
    return List.copyOf(cadences);
  }

  private World.Effects effects(List<Double> cadences) {
    return new World.Effects(
        base(cadences),
        between(0.2, 0.8),
        between(0.3, 1),
        between(0.05, 0.6),
        between(0.05, 0.5),
        days(30, 400),
        between(0.3, 1.3),
        days(60, 600),
        between(0.2, 1.1),
        days(30, 300),
        between(0.2, 1),
        days(45, 400),
        between(0.2, 1),
        between(0.05, 0.6),
        between(0, 0.5),
        -between(0, 0.3),
        between(0, 0.9),
        between(0.1, 0.6));
  }

  /** Without any trouble one to three in a hundred leave in 90 days, whatever the cadence. */
  private double base(List<Double> cadences) {
    var visits = cadences.stream().mapToDouble(days -> 90 / days).average().orElseThrow();
    return Math.log(between(0.01, 0.03) / visits);
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** As often shorter than the geometric mean as longer. */
  private double days(double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }
}
