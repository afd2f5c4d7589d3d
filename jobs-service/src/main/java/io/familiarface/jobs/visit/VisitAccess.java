package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A technician sees and reports on own visits from yesterday to a week ahead, and on no others. */
@ApplicationScoped
public class VisitAccess {
  private static final int DAYS_BACK = 1;
  private static final int DAYS_AHEAD = 7;

  private final Caller caller;
  private final CompanyCalendar calendar;

  VisitAccess(Caller caller, CompanyCalendar calendar) {
    this.caller = caller;
    this.calendar = calendar;
  }

  /** What a caller who is only a technician may see. */
  record Window(UUID technicianId, LocalDate from, LocalDate until) {}

  /** Empty for a caller who may see every visit. */
  Optional<Window> window() {
    LocalDate today = calendar.today();
    return caller
        .technicianId()
        .map(id -> new Window(id, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
  }

  /** Refuses a technician somebody else's visit, and own ones of other weeks. */
  public void requireVisible(Visit visit) {
    window()
        .filter(
            own ->
                !own.technicianId().equals(visit.technicianId)
                    || visit.scheduledOn.isBefore(own.from())
                    || visit.scheduledOn.isAfter(own.until()))
        .ifPresent(
            own -> {
              throw JobsProblem.NOT_YOUR_VISIT.because(
                  "Technicians see their own visits from yesterday to a week ahead. Ask the office about others.");
            });
  }
}
