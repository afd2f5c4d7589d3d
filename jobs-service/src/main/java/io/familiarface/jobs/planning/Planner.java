package io.familiarface.jobs.planning;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.visit.Schedule;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Makes the visits that agreements ask for: from now on, as far as the horizon. */
@ApplicationScoped
class Planner {
  private final Visits visits;
  private final VisitPublisher publisher;
  private final CompanyCalendar calendar;
  private final PlanningSettings settings;

  Planner(
      Visits visits,
      VisitPublisher publisher,
      CompanyCalendar calendar,
      PlanningSettings settings) {
    this.visits = visits;
    this.publisher = publisher;
    this.calendar = calendar;
    this.settings = settings;
  }

  /** Plans an agreement that has no visits yet. */
  void planFirst(Agreement agreement) {
    plan(agreement, calendar.today(), Set.of());
  }

  /** Plans what is not planned yet; slots that a visit stands for are left alone. */
  void extend(Agreement agreement) {
    LocalDate today = calendar.today();
    LocalDate next = agreement.plannedUntil().plusDays(1);
    LocalDate from = next.isBefore(today) ? today : next;
    plan(agreement, from, visits.slotsFrom(agreement.id(), from));
  }

  /** Withdraws the visits to come that only the rule made, and plans by the rule as it is now. */
  void replan(Agreement agreement) {
    Instant now = calendar.now();
    for (Visit visit : visits.plannedAfter(agreement.id(), now)) {
      if (visit.isUntouched()) {
        visit.withdraw();
        publisher.changed(visit, "visit.withdrawn", null);
      }
    }
    LocalDate today = calendar.today();
    plan(agreement, today, visits.slotsFrom(agreement.id(), today));
  }

  private void plan(Agreement agreement, LocalDate from, Collection<LocalDate> claimed) {
    Instant now = calendar.now();
    LocalDate until = calendar.today().plusDays(settings.horizonDays());
    Set<LocalDate> slots = Set.copyOf(claimed);
    for (LocalDate day : agreement.rule().between(from, until)) {
      Instant at = calendar.at(day, agreement.visitTime());
      if (at.isAfter(now) && !slots.contains(day)) {
        Visit visit = Visit.generated(agreement, new Schedule(day, at, day));
        visits.persist(visit);
        publisher.created(visit, "visit.planned");
      }
    }
    agreement.plannedUntil(until);
  }
}
