package io.familiarface.feedback.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that lie within a period, and what of the period is left before and after them.
 *
 * @param last the day after the last one; that of {@code first} where no day lies within
 * @param before from the start of the period to the first day; all of it where no day lies within
 * @param after from the end of the last day on; empty where no day lies within
 */
record WholeDays(
    LocalDate first, LocalDate last, InsightPeriod.Span before, InsightPeriod.Span after) {

  static WholeDays within(InsightPeriod.Span span, ZoneId zone) {
    LocalDate first = span.from().atZone(zone).toLocalDate();
    if (startOf(first, zone).isBefore(span.from())) {
      first = first.plusDays(1);
    }
    LocalDate last = span.to().atZone(zone).toLocalDate();
    if (!first.isBefore(last)) {
      return new WholeDays(first, first, span, new InsightPeriod.Span(span.to(), span.to()));
    }
    return new WholeDays(
        first,
        last,
        new InsightPeriod.Span(span.from(), startOf(first, zone)),
        new InsightPeriod.Span(startOf(last, zone), span.to()));
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
