package io.familiarface.feedback.retention;

import java.util.List;

/** How likely customers are to leave; they are compared with those who are about as likely. */
enum Stratum {
  BELOW_20_PERCENT,
  BELOW_40_PERCENT,
  ABOVE;

  /** The probabilities at which the next one begins. */
  static final List<Double> BOUNDS = List.of(0.2, 0.4);

  static Stratum of(double probability) {
    return values()[(int) BOUNDS.stream().filter(bound -> probability >= bound).count()];
  }
}
