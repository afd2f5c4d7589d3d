package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.calendar.CalendarTime.Days;
import io.familiarface.jobs.calendar.CalendarTime.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a calendar to subscribe to (RFC 5545, refreshed as RFC 7986 says): in the company's time
 * zone, which it brings along. It is no scheduling message of RFC 5546: nobody is to answer it.
 */
final class ICalendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration A_YEAR = Duration.ofDays(366);

  private ICalendar() {}

  /**
   * @param name what the calendar is called in the reader's list
   */
  static String of(String name, ZoneId zone, List<CalendarEvent> events, Instant now) {
    TextLines lines =
        new TextLines()
            .line("BEGIN", "VCALENDAR")
            .line("VERSION", "2.0")
            .line("PRODID", "-//Familiar Face//Visits//EN")
            .line("CALSCALE", "GREGORIAN")
            .text("X-WR-CALNAME", name)
            .line("X-WR-TIMEZONE", zone.getId())
            .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .line("X-PUBLISHED-TTL", "PT1H");
    List<Instant> starts =
        events.stream()
            .map(CalendarEvent::time)
            .filter(Hours.class::isInstance)
            .map(time -> ((Hours) time).start())
            .toList();
    Instant first = starts.stream().min(Instant::compareTo).orElse(now);
    Instant last = starts.stream().max(Instant::compareTo).orElse(now);
    TimeZoneLines.write(lines, zone, first, last.plus(A_YEAR));
    events.forEach(event -> write(lines, zone, event, now));
    return lines.line("END", "VCALENDAR").toString();
  }

  private static void write(TextLines lines, ZoneId zone, CalendarEvent event, Instant now) {
    lines
        .line("BEGIN", "VEVENT")
        .line("UID", event.uid())
        .line("DTSTAMP", UTC.format(now))
        .line("SEQUENCE", Long.toString(event.sequence()));
    if (event.time() instanceof Days days) {
      write(lines, days);
    } else if (event.time() instanceof Hours hours) {
      write(lines, zone, hours);
    }
    lines
        .line("STATUS", event.cancelled() ? "CANCELLED" : "CONFIRMED")
        .text("SUMMARY", event.summary())
        .text("LOCATION", event.location())
        .text("DESCRIPTION", event.description())
        .line("END", "VEVENT");
  }

  private static void write(TextLines lines, Days days) {
    LocalDate last = days.last();
    LocalDate end = last.isBefore(CompanyCalendar.LAST) ? last.plusDays(1) : last;
    lines
        .line("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(days.first()))
        .line("DTEND;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(end))
        .line("TRANSP", days.taken() ? "OPAQUE" : "TRANSPARENT");
  }

  private static void write(TextLines lines, ZoneId zone, Hours hours) {
    LocalDateTime local = hours.start().atZone(zone).toLocalDateTime();
    if (zone.getRules().getValidOffsets(local).size() == 1) {
      lines.line("DTSTART;TZID=" + zone.getId(), TimeZoneLines.LOCAL.format(local));
    } else {
      // In the hour that comes twice, the time of day would not say which.
      lines.line("DTSTART", UTC.format(hours.start()));
    }
    lines.line("DURATION", hours.length().toString());
  }
}
