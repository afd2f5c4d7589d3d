package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.VisitSchedule.Entry;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Visits as entries of a calendar. A calendar of a company next door keeps what it is shown, so
 * there is no more in it than is needed to be there, or to be at home.
 */
final class VisitEvents {
  private VisitEvents() {}

  /** For whoever goes there; struck out where somebody else goes. */
  static CalendarEvent forTechnician(
      UUID technicianId, Entry visit, Duration length, CompanyCalendar calendar) {
    boolean goes = technicianId.equals(visit.technicianId());
    String customer = visit.likesToBeCalled() == null ? "A customer" : visit.likesToBeCalled();
    return event(
        visit,
        visit.isOff() || !goes,
        CalendarTime.of(visit.scheduledAt(), visit.timeSaid(), length, calendar),
        customer + ": " + visit.program(),
        visit.address(),
        arrival("Arrive", visit, calendar));
  }

  /**
   * For whoever is visited, who is at home from the first arrival to the last end; a stranger's
   * name is said by a person first, not by a calendar.
   */
  static CalendarEvent forCustomer(Entry visit, Duration length, CompanyCalendar calendar) {
    ArrivalWindow window = visit.arrivalWindow();
    Duration atHome =
        window == null ? length : length.plus(Duration.between(window.from(), window.to()));
    boolean named = visit.customerKnowsWho();
    return event(
        visit,
        visit.isOff(),
        CalendarTime.of(visit.scheduledAt(), visit.timeSaid(), atHome, calendar),
        named ? visit.program() + " with " + visit.technicianName() : visit.program(),
        null,
        text(arrival("We come", visit, calendar), named ? visit.introduction() : null));
  }

  /** Such as "We come between 10:00 and 12:00."; null where nobody has said when. */
  private static String arrival(String what, Entry visit, CompanyCalendar calendar) {
    ArrivalWindow window = visit.arrivalWindow();
    return window == null ? null : "%s %s.".formatted(what, window.inWords(calendar));
  }

  private static String text(String... parts) {
    String text = Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
    return text.isEmpty() ? null : text;
  }

  private static CalendarEvent event(
      Entry visit,
      boolean cancelled,
      CalendarTime time,
      String summary,
      String location,
      String description) {
    return new CalendarEvent(
        visit.id() + "@visits.familiarface",
        visit.version(),
        cancelled,
        time,
        summary,
        location,
        description);
  }
}
