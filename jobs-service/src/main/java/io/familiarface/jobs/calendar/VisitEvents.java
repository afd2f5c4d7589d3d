package io.familiarface.jobs.calendar;

import io.familiarface.jobs.visit.VisitSchedule.Entry;
import java.time.Duration;
import java.util.UUID;

/**
 * Visits as entries of a calendar. A calendar of a company next door keeps what it is shown, so
 * there is no more in it than is needed to be there, or to be at home.
 */
final class VisitEvents {
  private VisitEvents() {}

  /** For whoever goes there; struck out where somebody else goes. */
  static CalendarEvent forTechnician(UUID technicianId, Entry visit, Duration length) {
    boolean goes = technicianId.equals(visit.technicianId());
    String customer = visit.likesToBeCalled() == null ? "A customer" : visit.likesToBeCalled();
    return event(
        visit,
        visit.isOff() || !goes,
        length,
        customer + ": " + visit.program(),
        visit.address(),
        null);
  }

  /** For whoever is visited; a stranger's name is said by a person first, not by a calendar. */
  static CalendarEvent forCustomer(Entry visit, Duration length) {
    boolean named = visit.customerKnowsWho();
    return event(
        visit,
        visit.isOff(),
        length,
        named ? visit.program() + " with " + visit.technicianName() : visit.program(),
        null,
        named ? visit.introduction() : null);
  }

  private static CalendarEvent event(
      Entry visit,
      boolean cancelled,
      Duration length,
      String summary,
      String location,
      String description) {
    return new CalendarEvent(
        visit.id() + "@visits.familiarface",
        visit.version(),
        cancelled,
        visit.scheduledAt(),
        length,
        summary,
        location,
        description);
  }
}
