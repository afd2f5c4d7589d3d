package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.SendingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds somebody for work beside visits, one after the other by their first day: suitable, free on
 * all days, known to the customer before others. It takes nobody's hour, so no search is needed.
 */
final class ProposingOthers {
  private static final String NOBODY =
      "Nobody was found who is there on all days and can do it: name somebody, or move it.";

  private final PlanCause cause;
  private final List<RosterEntry> roster;
  private final List<StepsToCome.Step> steps;
  private final CompanyCalendar calendar;
  private final List<OtherProposal> made = new ArrayList<>();

  /**
   * For one cause.
   *
   * @param steps those on which somebody of the roster is to work
   */
  ProposingOthers(
      PlanCause cause,
      List<RosterEntry> roster,
      List<StepsToCome.Step> steps,
      CompanyCalendar calendar) {
    this.cause = cause;
    this.roster = roster;
    this.steps = steps;
    this.calendar = calendar;
  }

  /**
   * In their order.
   *
   * @param asVisit what would have to be true of whoever made a visit on the first day
   * @param rank how well somebody fits
   */
  List<OtherProposal> propose(
      List<OtherWork> works, Function<OtherWork, VisitToServe> asVisit, Ranking rank) {
    works.stream()
        .sorted(Comparator.comparing(OtherWork::from).thenComparing(OtherWork::id))
        .forEach(work -> made.add(proposal(work, asVisit.apply(work), rank)));
    return List.copyOf(made);
  }

  /** How well somebody fits, and why. */
  interface Ranking {
    int score(VisitToServe visit, RosterEntry who);

    String reason(VisitToServe visit, RosterEntry who);
  }

  private OtherProposal proposal(OtherWork work, VisitToServe visit, Ranking rank) {
    Optional<RosterEntry> best =
        roster.stream()
            .filter(who -> !who.technicianId().equals(cause.technicianId()))
            .filter(who -> SendingRule.refusal(who, visit.demand()).isEmpty())
            .filter(who -> isFree(who, work))
            .min(
                Comparator.comparingInt((RosterEntry who) -> -rank.score(visit, who))
                    .thenComparingInt(who -> bookings(who, work)));
    return new OtherProposal(
        work,
        best.map(RosterEntry::technicianId).orElse(null),
        calendar.startOf(work.from()),
        best.map(who -> rank.reason(visit, who)).orElse(NOBODY));
  }

  private boolean isFree(RosterEntry who, OtherWork work) {
    return work.from()
            .datesUntil(work.until().plusDays(1))
            .allMatch(day -> who.employment().covers(day) && who.awayOn(day).isEmpty())
        && (!work.isStep()
            || bookings(who, work) == 0 && !isAtStep(who.technicianId(), work));
  }

  private boolean isAtStep(UUID technicianId, OtherWork work) {
    return steps.stream()
            .filter(step -> step.technicianId().equals(technicianId))
            .filter(step -> !step.projectId().equals(work.projectId()))
            .anyMatch(step -> step.touches(work.from(), work.until()))
        || made.stream()
            .filter(one -> one.work().isStep() && technicianId.equals(one.technicianId()))
            .filter(one -> !one.work().projectId().equals(work.projectId()))
            .anyMatch(one -> one.work().overlaps(work));
  }

  private int bookings(RosterEntry who, OtherWork work) {
    return work.from()
        .datesUntil(work.until().plusDays(1))
        .mapToInt((LocalDate day) -> who.bookingsOn(day, calendar::dayOf))
        .sum();
  }
}
