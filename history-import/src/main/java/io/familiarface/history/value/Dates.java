package io.familiarface.history.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Reads the dates of one column, once their order is known. */
public final class Dates {
  /**
   * @param time null where only the day is known
   */
  public record Moment(LocalDate day, LocalTime time) {}

  private final DateOrder order;
  private final ZoneId zone;

  /**
   * @param zone the company's, in which a date without an offset is meant
   */
  public Dates(DateOrder order, ZoneId zone) {
    this.order = order;
    this.zone = zone;
  }

  /** The day and, if it is there, the time; null when the text is no date. */
  public Moment read(String text) {
    DateText date = DateText.of(text);
    LocalDate day = date == null ? null : date.day(order);
    if (day == null) {
      return null;
    }
    LocalDateTime local = DateText.local(day, date.rest(), zone);
    if (local != null) {
      return new Moment(local.toLocalDate(), local.toLocalTime());
    }
    LocalTime time = date.rest().isBlank() ? null : DateText.time(date.rest());
    // Midnight is what spreadsheets add to a day, not when somebody came.
    return new Moment(day, LocalTime.MIDNIGHT.equals(time) ? null : time);
  }

  /** A time of day of its own column, or null. */
  public static LocalTime time(String text) {
    return DateText.time(text);
  }
}
