package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.SendingRule;
import io.familiarface.jobs.substitute.SubstituteCandidate;
import io.familiarface.jobs.technician.Suitability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds somebody for work beside visits, one after the other by their first day: suitable, free on
 * all days, breaking the fewest promises, known to the customer before others. It takes whole days,
 * or nobody's time yet, so no search is needed.
 */
final class ProposingOthers {
  private static final String NOBODY =
      "Nobody was found who is there on all days and can do it: name somebody, or move it.";

  private static final String IN_PART =
      "Whoever works on it is away on some of its days only: name somebody, or move it.";

  /** What holds for whoever comes from some day on, whatever that day is like. */
  private static final Set<SendingRule> LASTING =
      EnumSet.of(SendingRule.NOT_YET_HIRED, SendingRule.CUSTOMER_DECLINED, SendingRule.LACKS_SKILL);

  /** What holds on the first day; when they work, and where they are, is asked of all days. */
  private static final Set<SendingRule> OF_STEPS =
      EnumSet.complementOf(EnumSet.of(SendingRule.OUTSIDE_HOURS, SendingRule.AT_A_PROJECT));

  private final PlanCause cause;
  private final List<RosterEntry> roster;
  private final PlannedSubstitutions planned;
  private final CompanyCalendar calendar;
  private final List<OtherProposal> made = new ArrayList<>();

  ProposingOthers(
      PlanCause cause,
      List<RosterEntry> roster,
      PlannedSubstitutions planned,
      CompanyCalendar calendar) {
    this.cause = cause;
    this.roster = roster;
    this.planned = planned;
    this.calendar = calendar;
  }

  /**
   * In their order.
   *
   * @param asVisit what would have to be true of whoever made a visit on the first day
   */
  List<OtherProposal> propose(List<OtherWork> works, Function<OtherWork, VisitToServe> asVisit) {
    works.stream()
        .sorted(Comparator.comparing(OtherWork::from).thenComparing(OtherWork::id))
        .forEach(work -> made.add(proposal(work, asVisit.apply(work))));
    return List.copyOf(made);
  }

  /** The roster, with the steps that are proposed: whoever works on one isn't to be at a visit. */
  List<RosterEntry> rosterThen() {
    Map<UUID, List<RosterEntry.AtStep>> steps =
        made.stream()
            .filter(one -> one.work().isStep() && one.technicianId() != null)
            .collect(
                Collectors.groupingBy(
                    OtherProposal::technicianId,
                    Collectors.mapping(one -> one.work().atStep(), Collectors.toList())));
    return roster.stream()
        .map(
            who ->
                steps.containsKey(who.technicianId())
                    ? who.with(steps.get(who.technicianId()))
                    : who)
        .toList();
  }

  private OtherProposal proposal(OtherWork work, VisitToServe visit) {
    if (work.isStep() && !isAwayThroughout(work)) {
      return of(work, visit, null, List.of(), IN_PART);
    }
    List<RosterEntry> able =
        roster.stream()
            .filter(who -> !who.technicianId().equals(cause.technicianId()))
            .filter(who -> work.isStep() ? canWorkOn(work, visit, who) : canFollow(visit, who))
            .toList();
    return able.stream()
        .min(
            Comparator.comparingInt((RosterEntry who) -> broken(work, visit, who).size())
                .thenComparingInt(who -> -fit(visit, who).score())
                .thenComparingInt(who -> bookings(who, work)))
        .map(who -> of(work, visit, who, able, reason(work, visit, who)))
        .orElseGet(() -> of(work, visit, null, able, NOBODY));
  }

  /** A visit at which both can be is said; while none of the successor's is planned, no more. */
  private String reason(OtherWork work, VisitToServe visit, RosterEntry who) {
    String known = fit(visit, who).reasons().get(0);
    return work.isStep() || !planned.canBeIntroduced(visit, who)
        ? known
        : "%s %s"
            .formatted(
                known,
                "Both can be at the visit of %s, to introduce %s: agree on that with them, as nothing is arranged before a visit of theirs is planned."
                    .formatted(SolvingPlan.DAY.format(visit.joint().on()), who.name()));
  }

  private OtherProposal of(
      OtherWork work, VisitToServe visit, RosterEntry who, List<RosterEntry> able, String reason) {
    return new OtherProposal(
        work,
        who == null ? null : who.technicianId(),
        calendar.startOf(work.from()),
        who == null ? List.of() : broken(work, visit, who),
        able.isEmpty() ? 0 : broken(work, visit, able.get(0)).size(),
        reason);
  }

  private List<UUID> broken(OtherWork work, VisitToServe visit, RosterEntry who) {
    return work.isStep() ? List.of() : planned.broken(visit, who.technicianId(), false);
  }

  /** Who leaves doesn't come back to the rest of a step. */
  private boolean isAwayThroughout(OtherWork step) {
    return cause.kind() == PlanKind.DEPARTURE
        || !step.from().isBefore(cause.from())
            && (cause.until() == null || !step.until().isAfter(cause.until()));
  }

  private SubstituteCandidate fit(VisitToServe visit, RosterEntry who) {
    return PossibleOptions.candidate(visit, who, calendar);
  }

  /** When the first visit will be, nobody knows. */
  private static boolean canFollow(VisitToServe visit, RosterEntry who) {
    return PlannedSubstitutions.stays(who.employment().leftOn(), visit.demand().on())
        && SendingRule.refusal(who, visit.demand(), LASTING).isEmpty();
  }

  /** At one step at a time, but for those of one project. */
  private boolean canWorkOn(OtherWork step, VisitToServe visit, RosterEntry who) {
    return SendingRule.refusal(who, visit.demand(), OF_STEPS).isEmpty()
        && Suitability.hasSkill(who.skillsOn(step.until()), visit.demand().skillsWanted())
        && isWorkingOn(step, who)
        && who.isThere(step.from(), step.until())
        && !who.isElsewhere(step.projectId(), step.from(), step.until())
        && bookings(who, step) == 0
        && made.stream()
            .filter(one -> one.work().isStep() && who.technicianId().equals(one.technicianId()))
            .filter(one -> !one.work().projectId().equals(step.projectId()))
            .noneMatch(one -> one.work().overlaps(step));
  }

  /** On its first day; of one that goes on, on some day of the rest. */
  private static boolean isWorkingOn(OtherWork step, RosterEntry who) {
    return step.begun()
        ? step.from().datesUntil(step.until().plusDays(1)).limit(7).anyMatch(who::worksOn)
        : who.worksOn(step.from());
  }

  private int bookings(RosterEntry who, OtherWork work) {
    return who.bookingsOn(work.from(), work.until(), calendar::dayOf);
  }
}
