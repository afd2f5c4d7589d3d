package io.familiarface.feedback.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are shown: no more digits than they deserve. */
public final class Rounding {
  private Rounding() {}

  /** A probability, to four digits. */
  public static BigDecimal probability(double value) {
    return to(4, value);
  }

  /** Any number; null stays null, for it means "not known". */
  public static BigDecimal to(int digits, Double value) {
    if (value == null) {
      return null;
    }
    BigDecimal exact = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    BigDecimal shown = exact.stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0) : shown;
  }
}
