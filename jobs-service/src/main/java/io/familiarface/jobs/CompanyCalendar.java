package io.familiarface.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Days and times of day as the company counts them, whatever zone the server runs in. */
@ApplicationScoped
public class CompanyCalendar {
  /** The last day that four digits can say: for some systems, no end. */
  public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_IN_WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_IN_WORDS =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Clock clock;
  private final ZoneId zone;

  public CompanyCalendar(
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone", defaultValue = "America/New_York")
          ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public ZoneId zone() {
    return zone;
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return dayOf(now());
  }

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  public LocalTime timeOf(Instant instant) {
    return instant.atZone(zone).toLocalTime();
  }

  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** Such as "Monday 6 January 2025, 10:00". */
  public String inWords(Instant instant) {
    return IN_WORDS.format(instant.atZone(zone));
  }

  /** Such as "Monday 6 January 2025". */
  public String dayInWords(Instant instant) {
    return DAY_IN_WORDS.format(instant.atZone(zone));
  }

  /** Such as "10:00". */
  public String timeInWords(Instant instant) {
    return TIME_IN_WORDS.format(instant.atZone(zone));
  }

  /**
   * Whether a visit at an instant is one that has been.
   *
   * @param timed whether somebody has said its time; else it may be until its day ends
   */
  public boolean isPast(Instant at, boolean timed) {
    return timed ? at.isBefore(now()) : dayOf(at).isBefore(today());
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * When a day is over, which the next one begins; the last that four digits can say ends as it
   * begins, for what comes after it can't be written as RFC 3339 wants it.
   */
  public Instant endOf(LocalDate day) {
    return startOf(day.isBefore(LAST) ? day.plusDays(1) : day);
  }
}
