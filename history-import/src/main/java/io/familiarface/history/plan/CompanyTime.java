package io.familiarface.history.plan;

import io.familiarface.history.row.ParsedVisit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days and times of a spreadsheet as instants. Where only the day is known, it is noon. */
final class CompanyTime {
  private static final LocalTime WHEN_UNKNOWN = LocalTime.NOON;
  private static final LocalTime END_OF_BUSINESS = LocalTime.of(18, 0);

  private final ZoneId zone;
  private final Instant now;

  CompanyTime(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /**
   * @param nth of the visits of a day without a time, from 1: a minute apart, to keep their order
   */
  Instant visit(ParsedVisit visit, int nth) {
    LocalTime time = visit.time() == null ? WHEN_UNKNOWN.plusMinutes(nth - 1L) : visit.time();
    Instant at = at(visit.day(), time);
    return visit.hasBeen() && at.isAfter(now) ? now : at;
  }

  /** When they arrived who came; null where nobody knows. */
  Instant arrival(ParsedVisit visit) {
    LocalTime time = visit.isCompleted() ? visit.arrival().at() : null;
    Instant at = time == null ? null : at(visit.day(), time);
    return at == null || at.isAfter(now) ? null : at;
  }

  /** After the last visit of that day: customers cancel when they have had enough. */
  Instant cancellation(LocalDate day, Instant lastVisitOfDay) {
    Instant at = at(day, END_OF_BUSINESS);
    if (lastVisitOfDay != null && !at.isAfter(lastVisitOfDay)) {
      at = lastVisitOfDay.plus(1, ChronoUnit.MINUTES);
    }
    return at.isAfter(now) ? now : at;
  }

  /**
   * When somebody was told on a day: before any visit of a later day, never before one of its own.
   */
  Instant noticeOn(LocalDate day) {
    return at(day, WHEN_UNKNOWN);
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
