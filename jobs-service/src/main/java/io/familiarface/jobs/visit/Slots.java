package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which day of its agreement's rule a visit stands for. */
@ApplicationScoped
class Slots {
  private final CompanyCalendar calendar;

  Slots(CompanyCalendar calendar) {
    this.calendar = calendar;
  }

  /** The day that a visit known to another system, past or planned there, stands for. */
  Optional<LocalDate> nearest(Agreement agreement, Instant at) {
    return agreement.rule().slotOf(calendar.dayOf(at), calendar.today());
  }

  /**
   * The day that a visit asked for stands for. One to come stands for a day of the rule only if it
   * is that very day: else it is meant beside the rule.
   */
  Optional<LocalDate> meant(Agreement agreement, Instant at) {
    LocalDate day = calendar.dayOf(at);
    return at.isAfter(calendar.now())
        ? agreement.rule().between(day, day).stream().findFirst()
        : nearest(agreement, at);
  }

  Schedule schedule(LocalDate slotOn, Instant at) {
    return new Schedule(slotOn, at, calendar.dayOf(at));
  }
}
