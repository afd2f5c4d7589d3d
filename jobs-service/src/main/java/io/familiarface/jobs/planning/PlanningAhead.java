package io.familiarface.jobs.planning;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Plans beyond the horizon what somebody has to decide on now. */
@ApplicationScoped
public class PlanningAhead {
  private final Agreements agreements;
  private final Visits visits;
  private final Planner planner;
  private final CompanyCalendar calendar;

  PlanningAhead(Agreements agreements, Visits visits, Planner planner, CompanyCalendar calendar) {
    this.agreements = agreements;
    this.visits = visits;
    this.planner = planner;
    this.calendar = calendar;
  }

  /**
   * Sees to it that each agreement that a technician usually serves has a visit of theirs since a
   * day, at which it can be handed over; in the running transaction.
   */
  public void planNextOf(UUID technicianId, LocalDate from) {
    LocalDate today = calendar.today();
    LocalDate since = from.isAfter(today) ? from : today.plusDays(1);
    Set<UUID> served = visits.agreementsServedBy(technicianId, since);
    List<UUID> others =
        agreements.usuallyServedBy(technicianId).stream()
            .filter(agreement -> !served.contains(agreement))
            .toList();
    if (!others.isEmpty()) {
      agreements.lockActive(others).forEach(agreement -> planner.planNext(agreement, since));
      visits.writeAdded();
    }
  }
}
