package io.familiarface.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, with a fixed seed: the same on every machine, and for every customer on its own. */
final class SeededRandom {
  private static final long SEED = 19_870_316L;

  private final SplittableRandom random;

  private SeededRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Drawing for one customer does not change what is drawn for another. */
  static SeededRandom of(int number) {
    return new SeededRandom(SEED + 7_919L * number);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From least to most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T oneOf(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
  }
}
