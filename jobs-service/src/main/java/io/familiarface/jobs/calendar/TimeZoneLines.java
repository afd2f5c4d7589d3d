package io.familiarface.jobs.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) of a zone for a span of time: each change of the clocks in it by
 * itself, so that nothing depends on what a reader knows of the zone.
 */
final class TimeZoneLines {
  static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

  private TimeZoneLines() {}

  static void write(TextLines lines, ZoneId zone, Instant from, Instant until) {
    ZoneRules rules = zone.getRules();
    lines.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
    ZoneOffsetTransition change = rules.previousTransition(from.plusSeconds(1));
    if (change == null) {
      ZoneOffset offset = rules.getOffset(from);
      observance(lines, zone, ALWAYS, offset, offset, from);
      change = rules.nextTransition(from);
    }
    while (change != null && !change.getInstant().isAfter(until)) {
      observance(
          lines,
          zone,
          change.getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter(),
          change.getInstant());
      change = rules.nextTransition(change.getInstant());
    }
    lines.line("END", "VTIMEZONE");
  }

  private static void observance(
      TextLines lines,
      ZoneId zone,
      LocalDateTime start,
      ZoneOffset before,
      ZoneOffset after,
      Instant since) {
    boolean summer = zone.getRules().isDaylightSavings(since);
    String kind = summer ? "DAYLIGHT" : "STANDARD";
    lines
        .line("BEGIN", kind)
        .line("DTSTART", LOCAL.format(start))
        .line("TZOFFSETFROM", offset(before))
        .line("TZOFFSETTO", offset(after))
        .text(
            "TZNAME", DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(since.atZone(zone)))
        .line("END", kind);
  }

  /** As +hhmm, with seconds only where there are any. */
  private static String offset(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String text =
        "%s%02d%02d"
            .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
  }
}
