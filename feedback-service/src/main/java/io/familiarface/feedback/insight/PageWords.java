package io.familiarface.feedback.insight;

import io.familiarface.feedback.words.IntervalView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and figures as they stand on a page. */
record PageWords(ZoneId zone) {
  private static final String NOT_KNOWN = "–";

  /**
   * From the first day to the last.
   *
   * @param to is not part of it any more
   */
  String period(Instant from, Instant to) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
    return day.format(from) + " to " + day.format(to.minusNanos(1));
  }

  /** Such as: 1 complaint, 2 complaints. */
  static String number(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  static String text(BigDecimal value) {
    return value == null ? NOT_KNOWN : value.toPlainString();
  }

  static String text(IntervalView interval) {
    return interval == null
        ? ""
        : " (%s to %s)".formatted(interval.from().toPlainString(), interval.to().toPlainString());
  }

  static String percent(BigDecimal share) {
    return share == null ? NOT_KNOWN : percentOf(share) + " %";
  }

  static String percent(IntervalView interval) {
    return interval == null
        ? ""
        : " (%s to %s %%)".formatted(percentOf(interval.from()), percentOf(interval.to()));
  }

  private static String percentOf(BigDecimal share) {
    return String.format(Locale.ENGLISH, "%.0f", share.doubleValue() * 100);
  }

  /** A code of the company's list in words. */
  static String code(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
