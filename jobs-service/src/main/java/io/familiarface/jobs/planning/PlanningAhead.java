package io.familiarface.jobs.planning;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans beyond the horizon what somebody has to decide on now. */
@ApplicationScoped
public class PlanningAhead {
  private final Agreements agreements;
  private final Visits visits;
  private final Planner planner;
  private final CompanyCalendar calendar;
  private final PlanningSettings settings;

  PlanningAhead(
      Agreements agreements,
      Visits visits,
      Planner planner,
      CompanyCalendar calendar,
      PlanningSettings settings) {
    this.agreements = agreements;
    this.visits = visits;
    this.planner = planner;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * Sees to it that each agreement that a technician usually serves, or is to take over, has a
   * visit of theirs since a day, at which it can be handed over, and that none is due before that
   * one; and has the last one before that day, at which whoever follows can be introduced; in the
   * running transaction.
   */
  public void planNextOf(UUID technicianId, LocalDate from) {
    LocalDate today = calendar.today();
    LocalDate since = from.isAfter(today) ? from : today.plusDays(1);
    Map<UUID, LocalDate> served = visits.firstServedBy(technicianId, since);
    // What is due nearer than that is planned already.
    LocalDate near = today.plusDays(settings.renewBelowDays());
    List<UUID> others =
        agreements.usuallyServedBy(technicianId).stream()
            .filter(
                agreement -> !served.containsKey(agreement) || served.get(agreement).isAfter(near))
            .toList();
    if (!others.isEmpty()) {
      agreements
          .lockActive(others)
          .forEach(
              agreement -> {
                planner.planLastBefore(agreement, since);
                planner.planNext(agreement, since, served.get(agreement.id()));
              });
      visits.writeAdded();
    }
  }
}
