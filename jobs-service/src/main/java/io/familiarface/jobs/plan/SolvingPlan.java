package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.plan.problem.NextFree;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.PlanProblem;
import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.plan.solver.PlanSolver;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.visit.BusyTime;
import io.familiarface.jobs.visit.Permanence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** From what is known of the visits to a proposal for each: no database, no other service. */
final class SolvingPlan {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private final PlanDraft draft;
  private final Map<UUID, RisksOfVisit> risks;
  private final CompanyCalendar calendar;
  private final PossibleOptions possible;

  /**
   * Of a draft.
   *
   * @param risks by visit; empty when nobody could be asked
   */
  SolvingPlan(PlanDraft draft, Map<UUID, RisksOfVisit> risks, CompanyCalendar calendar) {
    this.draft = draft;
    this.risks = risks;
    this.calendar = calendar;
    this.possible = new PossibleOptions(draft, calendar);
  }

  SolvedPlan solve(PlanSolver solver, LongConsumer spent) {
    PlanProblem problem = problem();
    List<Served> nextFree = served(NextFree.choose(problem));
    List<Served> chosen = served(solver.solve(problem, spent));
    return new SolvedPlan(
        draft.cause().planId(),
        draft.currency(),
        !risks.isEmpty() || draft.visits().isEmpty(),
        draft.leftOut(),
        lossNow(),
        side(nextFree, OtherProposal::nextFreeBroken),
        side(chosen, other -> other.promisesBroken().size()),
        items(chosen),
        draft.others());
  }

  PlanProblem problem() {
    return new PlanProblem(
        draft.visits().stream()
            .map(visit -> new PlanProblem.Task(visit.id(), possible.of(visit, risks(visit))))
            .toList(),
        draft.length());
  }

  private RisksOfVisit risks(VisitToServe visit) {
    return risks.getOrDefault(visit.id(), RisksOfVisit.NOT_KNOWN);
  }

  private long lossNow() {
    return draft.visits().stream()
        .mapToLong(visit -> PossibleOptions.loss(visit, risks(visit).now()))
        .sum();
  }

  private SolvedPlan.Side side(List<Served> served, ToIntFunction<OtherProposal> brokenByOther) {
    List<Option> chosen = served.stream().map(Served::option).toList();
    return new SolvedPlan.Side(
        chosen.stream().mapToLong(Option::expectedLoss).sum(),
        chosen.stream().mapToInt(option -> option.promisesBroken().size()).sum()
            + draft.others().stream().mapToInt(brokenByOther).sum(),
        (int) chosen.stream().filter(option -> option.proposal() == Proposal.LEAVE).count());
  }

  /**
   * What a chosen option comes to beside the others: nobody is introduced at two visits at once.
   *
   * @param joint the visit at which whoever comes is introduced; null if there is none
   */
  private record Served(VisitToServe visit, Option option, VisitToServe.Joint joint) {}

  /** The most dangerous first: what would be lost if a stranger came. */
  private List<Served> served(List<Option> chosen) {
    List<Integer> order =
        IntStream.range(0, chosen.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> danger(draft.visits().get(i)))
                    .reversed()
                    .thenComparing(i -> draft.visits().get(i).visit().scheduledAt()))
            .toList();
    List<Taken> joints = new ArrayList<>();
    List<Served> served = new ArrayList<>();
    for (int i : order) {
      served.add(served(draft.visits().get(i), chosen.get(i), joints));
    }
    return served;
  }

  private Served served(VisitToServe visit, Option option, List<Taken> joints) {
    if (option.proposal() != Proposal.SEND
        || !possible.canBeIntroduced(visit, entry(option.technicianId()))) {
      return new Served(visit, option, null);
    }
    VisitToServe.Joint last = visit.joint();
    if (!last.timed() || isFree(option.technicianId(), last.at(), joints)) {
      joints.add(new Taken(option.technicianId(), last));
      return new Served(visit, option, last);
    }
    return new Served(
        visit, possible.sent(visit, entry(option.technicianId()), risks(visit), false), null);
  }

  private boolean isFree(UUID technicianId, Instant at, List<Taken> joints) {
    return joints.stream()
        .filter(taken -> taken.technicianId().equals(technicianId) && taken.joint().timed())
        .noneMatch(taken -> BusyTime.of(taken.joint().at(), draft.length()).covers(at));
  }

  private List<SolvedPlan.Item> items(List<Served> chosen) {
    return IntStream.range(0, chosen.size()).mapToObj(i -> item(i, chosen.get(i))).toList();
  }

  private double danger(VisitToServe visit) {
    RisksOfVisit of = risks(visit);
    if (of.unknown() == null || of.now() == null) {
      return visit.worth() / 1e9;
    }
    return of.unknown().subtract(of.now()).doubleValue() * visit.worth();
  }

  private record Taken(UUID technicianId, VisitToServe.Joint joint) {}

  private SolvedPlan.Item item(int number, Served served) {
    VisitToServe visit = served.visit();
    Option option = served.option();
    RisksOfVisit of = risks(visit);
    Optional<VisitToServe.Joint> joint = Optional.ofNullable(served.joint());
    return new SolvedPlan.Item(
        number,
        visit,
        option.proposal(),
        option.technicianId(),
        permanence(visit, option),
        option.at(),
        of.now(),
        after(served, of),
        option.promisesBroken(),
        reason(visit, option, joint),
        joint.map(VisitToServe.Joint::id).orElse(null),
        joint.map(VisitToServe.Joint::at).orElse(null));
  }

  /** Null when whoever usually comes does. */
  private Permanence permanence(VisitToServe visit, Option option) {
    return option.proposal() == Proposal.SEND
        ? possible.permanence(visit, option.technicianId())
        : null;
  }

  private static BigDecimal after(Served served, RisksOfVisit of) {
    Option option = served.option();
    return switch (option.proposal()) {
      case SEND ->
          PossibleOptions.afterSending(
              served.visit(), option.technicianId(), of, served.joint() != null);
      case MOVE -> of.moved() == null ? of.now() : of.moved();
      case LEAVE -> null;
    };
  }

  private String reason(VisitToServe visit, Option option, Optional<VisitToServe.Joint> joint) {
    return switch (option.proposal()) {
      case SEND -> {
        RosterEntry who = entry(option.technicianId());
        String known = possible.candidate(visit, who).reasons().get(0);
        yield joint
            .map(
                at ->
                    "%s Both can be at the visit of %s, to introduce %s."
                        .formatted(known, DAY.format(at.on()), who.name()))
            .orElse(known);
      }
      case MOVE ->
          "%s can come on %s: nobody else has to be sent."
              .formatted(
                  entry(option.technicianId()).name(), DAY.format(calendar.dayOf(option.at())));
      case LEAVE -> "Nobody is free who could be sent: call the customer, and find another time.";
    };
  }

  private RosterEntry entry(UUID technicianId) {
    return draft.roster().stream()
        .filter(who -> who.technicianId().equals(technicianId))
        .findFirst()
        .orElseThrow();
  }
}
