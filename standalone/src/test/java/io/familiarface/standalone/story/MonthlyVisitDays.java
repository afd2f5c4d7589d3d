package io.familiarface.standalone.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Ten monthly service days of which the tenth is today. */
final class MonthlyVisitDays {
  private static final ZoneId COMPANY_ZONE = ZoneId.of("America/New_York");
  private static final LocalTime MORNING_UTC = LocalTime.of(14, 0);

  private final LocalDate first = LocalDate.now(COMPANY_ZONE).minusMonths(9);

  LocalDate day(int number) {
    return first.plusMonths(number - 1L);
  }

  /** The instant of a visit that is over. */
  Instant visit(int number) {
    return day(number).atTime(MORNING_UTC).toInstant(ZoneOffset.UTC);
  }

  Instant daysBeforeVisit(int number, int days) {
    return visit(number).minus(Duration.ofDays(days));
  }

  Instant hoursAfterVisit(int number, int hours) {
    return visit(number).plus(Duration.ofHours(hours));
  }
}
