package io.familiarface.history.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Reads the dates of one column, once their order is known. */
public final class Dates {
  /**
   * @param time null where only the day is known
   */
  public record Moment(LocalDate day, LocalTime time) {}

  private final DateOrder order;
  private final ZoneId zone;
  private final Memo<Moment> moments = new Memo<>(this::understand);

  /**
   * @param zone the company's, in which a date without an offset is meant
   */
  public Dates(DateOrder order, ZoneId zone) {
    this.order = order;
    this.zone = zone;
  }

  /** The day and, if it is there, the time; null when the text is no date, or names two. */
  public Moment read(String text) {
    return moments.of(text);
  }

  private Moment understand(String text) {
    DateText date = DateText.of(text);
    LocalDate day = date == null ? null : date.day(order);
    if (day == null || !date.isWhole(order)) {
      return null;
    }
    TimeOfDay time = date.rest().isBlank() ? null : TimeOfDay.ofRest(date.rest());
    // Midnight is what spreadsheets add to a day, not when somebody came.
    boolean dayOnly =
        time == null
            || (time.zone() == null && !time.endOfDay() && time.time().equals(LocalTime.MIDNIGHT));
    return dayOnly ? new Moment(day, null) : moment(day, time);
  }

  /** The day at the time that a column of its own says; null when that is no time. */
  public Moment read(LocalDate day, String time) {
    TimeOfDay read = TimeOfDay.ofCell(time);
    return read == null ? null : moment(day, read);
  }

  private Moment moment(LocalDate day, TimeOfDay time) {
    if (time.zone() == null && !time.endOfDay()) {
      return new Moment(day, time.time());
    }
    ZonedDateTime at = time.on(day, zone);
    return new Moment(at.toLocalDate(), at.toLocalTime());
  }
}
