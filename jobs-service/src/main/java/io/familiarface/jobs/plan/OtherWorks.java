package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What beside visits somebody can't do who is away or leaves. */
@ApplicationScoped
class OtherWorks {
  private final StepsToCome steps;
  private final Agreements agreements;
  private final CompanyCalendar calendar;
  private final PlanSettings settings;

  OtherWorks(
      StepsToCome steps, Agreements agreements, CompanyCalendar calendar, PlanSettings settings) {
    this.steps = steps;
    this.agreements = agreements;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * The steps of projects and, of whoever leaves, the agreements at rest.
   *
   * @param visitsToCome theirs since the cause
   */
  List<OtherWork> of(PlanCause cause, List<Visits.Touched> visitsToCome, Instant now) {
    LocalDate today = calendar.dayOf(now);
    LocalDate from = cause.from().isAfter(today) ? cause.from() : today;
    Stream<OtherWork> works =
        steps.of(cause.technicianId(), from, cause.until(), settings.visitsAtMost()).stream()
            .map(step -> OtherWork.of(step, today));
    return cause.kind() == PlanKind.DEPARTURE
        ? Stream.concat(
                works,
                resting(cause, visitsToCome, today)
                    .map(agreement -> OtherWork.of(agreement, since(agreement, from, today))))
            .toList()
        : works.toList();
  }

  /** Those of which no visit before the pause is handed over, and the rest with it. */
  private Stream<Agreements.Resting> resting(
      PlanCause cause, List<Visits.Touched> visitsToCome, LocalDate today) {
    Set<UUID> handedOver =
        visitsToCome.stream()
            .filter(Visits.Touched::isOwn)
            .map(Visits.Touched::agreementId)
            .collect(Collectors.toSet());
    return agreements.restingWith(cause.technicianId(), today).stream()
        .filter(agreement -> !handedOver.contains(agreement.id()));
  }

  private LocalDate since(Agreements.Resting agreement, LocalDate from, LocalDate today) {
    LocalDate next = agreement.nextFrom() == null ? from : calendar.dayOf(agreement.nextFrom());
    return next.isAfter(today) ? next : today;
  }
}
