package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** When whoever comes was said to arrive: at the earliest and at the latest. */
@Schema(name = "ArrivalWindow")
public record ArrivalWindow(Instant from, @PropagateNull Instant to) {
  /** SQL: the window of the visit {@code v}, nested as {@code window}; of one at no time none. */
  static final String COLUMNS =
      """
      v.scheduled_at as window_from,
        case when v.time_said
          then v.scheduled_at + v.window_minutes * interval '1 minute' end as window_to\
      """;

  /** Null where nobody has said one. */
  public static ArrivalWindow of(Instant scheduledAt, Integer minutes) {
    return minutes == null
        ? null
        : new ArrivalWindow(scheduledAt, scheduledAt.plus(minutes, ChronoUnit.MINUTES));
  }

  /** To the minute, as clocks in a hall show it. Who comes early is not late. */
  boolean isKeptBy(Instant arrival) {
    return !arrival.truncatedTo(ChronoUnit.MINUTES).isAfter(to);
  }

  /** Such as "between 10:00 and 12:00", or "at 10:00" for one without length. */
  public String inWords(CompanyCalendar calendar) {
    if (from.equals(to)) {
      return "at " + calendar.timeInWords(from);
    }
    boolean sameDay = calendar.dayOf(from).equals(calendar.dayOf(to));
    return "between %s and %s"
        .formatted(
            calendar.timeInWords(from), sameDay ? calendar.timeInWords(to) : calendar.inWords(to));
  }

  /**
   * When a visit is, such as "Monday 6 January 2025, between 10:00 and 12:00"; the day alone where
   * nobody has said a time.
   *
   * @param window null where nobody has said one
   */
  public static String inWords(
      CompanyCalendar calendar, Instant at, boolean timeSaid, ArrivalWindow window) {
    if (!timeSaid) {
      return calendar.dayInWords(at);
    }
    return window == null || window.from.equals(window.to)
        ? calendar.inWords(at)
        : calendar.dayInWords(at) + ", " + window.inWords(calendar);
  }
}
