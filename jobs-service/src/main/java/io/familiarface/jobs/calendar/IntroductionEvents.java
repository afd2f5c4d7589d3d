package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.visit.Introduction;
import java.time.Duration;

/** Introductions as entries of a calendar, beside the visit at which they are. */
final class IntroductionEvents {
  private IntroductionEvents() {}

  /** For whoever introduces somebody, and whoever is introduced. */
  static CalendarEvent forTechnician(Introduction one, Duration length, CompanyCalendar calendar) {
    String customer = one.customerName() == null ? "a customer" : one.customerName();
    return event(
        one,
        CalendarTime.of(one.scheduledAt(), one.timeSaid(), length, calendar),
        "%s introduces %s to %s".formatted(one.leaverName(), one.successorName(), customer),
        one.address(),
        "%s comes there from %s on."
            .formatted(one.successorName(), calendar.dayInWords(one.comesAt())));
  }

  /** For whoever meets them; a stranger's name is said by a person first, not by a calendar. */
  static CalendarEvent forCustomer(Introduction one, Duration length, CompanyCalendar calendar) {
    return event(
        one,
        CalendarTime.of(one.scheduledAt(), one.timeSaid(), length, calendar),
        one.customerKnowsWho()
            ? "You meet " + one.successorName()
            : "You meet whoever comes to you next",
        null,
        null);
  }

  private static CalendarEvent event(
      Introduction one, CalendarTime time, String summary, String location, String description) {
    return new CalendarEvent(
        one.id() + "@introductions.familiarface",
        one.version(),
        one.isOff(),
        time,
        summary,
        location,
        description);
  }
}
