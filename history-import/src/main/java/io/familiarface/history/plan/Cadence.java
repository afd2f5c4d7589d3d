package io.familiarface.history.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often an agreement is visited, guessed from the days of its visits: the usual interval that
 * is nearest to the median gap, by ratio.
 */
enum Cadence {
  WEEKLY("weekly", 7, "FREQ=WEEKLY"),
  BIWEEKLY("every 2 weeks", 14, "FREQ=WEEKLY;INTERVAL=2"),
  MONTHLY("monthly", 30.44, "FREQ=MONTHLY"),
  EVERY_TWO_MONTHS("every 2 months", 60.87, "FREQ=MONTHLY;INTERVAL=2"),
  QUARTERLY("quarterly", 91.31, "FREQ=MONTHLY;INTERVAL=3"),
  HALF_YEARLY("half-yearly", 182.62, "FREQ=MONTHLY;INTERVAL=6"),
  YEARLY("yearly", 365.24, "FREQ=YEARLY");

  private static final int SHORTEST_MONTH = 28;

  private final String words;
  private final double days;
  private final String rule;

  Cadence(String words, double days, String rule) {
    this.words = words;
    this.days = days;
    this.rule = rule;
  }

  String words() {
    return words;
  }

  /** Empty for fewer than two different days. */
  static Optional<Cadence> of(List<LocalDate> days) {
    List<LocalDate> sorted = days.stream().distinct().sorted().toList();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      gaps.add(sorted.get(i).toEpochDay() - sorted.get(i - 1).toEpochDay());
    }
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    gaps.sort(Comparator.naturalOrder());
    int middle = gaps.size() / 2;
    double median =
        gaps.size() % 2 == 1 ? gaps.get(middle) : (gaps.get(middle - 1) + gaps.get(middle)) / 2.0;
    return Stream.of(values())
        .min(Comparator.comparingDouble(c -> Math.abs(Math.log(median / c.days))));
  }

  /**
   * Whether a customer who was visited on one day should long have been visited again by another.
   */
  boolean hasStoppedBy(LocalDate lastVisit, LocalDate day) {
    return lastVisit.plusDays(Math.round(Math.max(2.5 * days, days + 45))).isBefore(day);
  }

  /**
   * A rule of RFC 5545 that goes on. A month without a 31st has its visit on its last day, and so
   * has a year without a 29 February.
   */
  String rule(LocalDate startsOn) {
    int day = startsOn.getDayOfMonth();
    if (this == YEARLY && startsOn.getMonth() == Month.FEBRUARY && day > SHORTEST_MONTH) {
      return rule + ";BYMONTH=2;BYMONTHDAY=-1";
    }
    if (!rule.startsWith("FREQ=MONTHLY") || day <= SHORTEST_MONTH) {
      return rule;
    }
    StringBuilder days = new StringBuilder(";BYMONTHDAY=").append(SHORTEST_MONTH);
    for (int d = SHORTEST_MONTH + 1; d <= day; d++) {
      days.append(',').append(d);
    }
    return rule + days + ";BYSETPOS=-1";
  }

  /** A rule that ended with the last visit, so that nothing is planned. */
  String ruleUntil(LocalDate startsOn, LocalDate lastVisit) {
    return rule(startsOn) + ";UNTIL=" + lastVisit.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
