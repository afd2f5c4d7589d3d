package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.assignment.AssigningTechnician;
import io.familiarface.jobs.assignment.AssignmentRequest;
import io.familiarface.jobs.introduction.ArrangingIntroduction;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.ReschedulingVisit;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person accepts or refuses what a plan proposes, as a whole or by visit. */
@ApplicationScoped
class DecidingPlan {
  private final Plans plans;
  private final PlanProposals proposals;
  private final AssigningTechnician assigning;
  private final ReschedulingVisit rescheduling;
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final StepsToCome steps;
  private final ArrangingIntroduction introducing;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  DecidingPlan(
      Plans plans,
      PlanProposals proposals,
      AssigningTechnician assigning,
      ReschedulingVisit rescheduling,
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      StepsToCome steps,
      ArrangingIntroduction introducing,
      AuditTrail audit,
      CompanyCalendar calendar) {
    this.plans = plans;
    this.proposals = proposals;
    this.assigning = assigning;
    this.rescheduling = rescheduling;
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.steps = steps;
    this.introducing = introducing;
    this.audit = audit;
    this.calendar = calendar;
  }

  /**
   * Carries it out: the visits are changed, and with them their notices and introductions are made.
   *
   * @param wanted null for all on which nobody has decided
   */
  @Transactional
  PlanView accept(Ref ref, ChosenItems wanted) {
    PlanRow read = plans.get(ref);
    // Held before anything else, as by everybody who books; and nobody who leaves stays meanwhile.
    technicians.lock(
        Stream.concat(
                Stream.of(read.technicianId()),
                proposals.items(read.id()).stream().map(PlanItemRow::technicianId))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    PlanRow plan = lockedProposal(ref);
    List<PlanItemRow> chosen = chosen(plan, wanted);
    // In one order, as whoever changes an agreement's visits locks the agreement first.
    List<PlanItemRow> inOrder = new ArrayList<>(chosen);
    inOrder.sort(
        Comparator.comparing(
                PlanItemRow::agreementId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PlanItemRow::projectId, Comparator.nullsLast(Comparator.naturalOrder()))
            // Who is sent to one visit may change those after it, never those before.
            .thenComparing(PlanItemRow::scheduledAt, Comparator.reverseOrder())
            .thenComparing(PlanItemRow::itemId));
    inOrder.forEach(item -> carryOut(plan, item));
    return decide(plan, chosen, PlanView.Decision.ACCEPTED);
  }

  /** Leaves them as they are. */
  @Transactional
  PlanView refuse(Ref ref, ChosenItems wanted) {
    PlanRow plan = lockedProposal(ref);
    return decide(plan, chosen(plan, wanted), PlanView.Decision.REFUSED);
  }

  private void carryOut(PlanRow plan, PlanItemRow item) {
    switch (item.proposal()) {
      case SEND -> {
        if (item.projectId() != null) {
          sendToStep(item);
        } else if (item.visitId() == null) {
          handOver(plan, item);
        } else {
          send(plan, item);
        }
      }
      case MOVE -> move(item);
      case LEAVE -> {}
    }
    if (item.jointVisitId() != null) {
      introducing.arrangeWherePossible(Ref.of(item.visitId()), Ref.of(item.jointVisitId()));
    }
  }

  private void send(PlanRow plan, PlanItemRow item) {
    if (item.permanence() == Permanence.FOR_GOOD && !stays(item)) {
      throw stale();
    }
    AssignmentRequest request =
        new AssignmentRequest(
            item.technicianId(),
            null,
            item.permanence() == null ? null : plan.changeReason(),
            item.permanence(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    orStale(() -> assigning.assign(Ref.of(item.visitId()), tag(item), request));
  }

  private void sendToStep(PlanItemRow item) {
    orStale(() -> steps.send(item.projectId(), item.step(), tag(item), item.technicianId()));
  }

  /** Its visits to come are nobody's yet: whoever takes over comes with the first of them. */
  private void handOver(PlanRow plan, PlanItemRow item) {
    Instant from = calendar.startOf(plan.fromOn());
    if (!mayFollow(item)
        || !agreements.handOverResting(item.agreementId(), item.technicianId(), from)) {
      throw stale();
    }
    audit.changed(
        "agreement.handed-over",
        "agreement",
        item.agreementId(),
        item.customerId(),
        plan.technicianId(),
        item.technicianId());
  }

  /** What would no longer be proposed; whoever is proposed is held, so that it stays so. */
  private boolean mayFollow(PlanItemRow item) {
    return stays(item)
        && visits.declinedBy(List.of(item.customerId())).stream()
            .noneMatch(declined -> declined.technicianId().equals(item.technicianId()));
  }

  private boolean stays(PlanItemRow item) {
    return PlannedSubstitutions.stays(
        technicians.findById(item.technicianId()).leftOn(), calendar.dayOf(item.scheduledAt()));
  }

  private static String tag(PlanItemRow item) {
    return "\"" + item.itemVersion() + "\"";
  }

  private static void orStale(Runnable change) {
    try {
      change.run();
    } catch (HttpProblem e) {
      throw e.getStatusCode() == CommonProblem.STALE.status() ? stale() : e;
    }
  }

  private void move(PlanItemRow item) {
    Ref visit = Ref.of(item.visitId());
    agreements.lock(Ref.of(item.agreementId()));
    if (visits.lock(visit).version() != item.itemVersion()) {
      throw stale();
    }
    rescheduling.reschedule(visit, item.scheduledAt());
  }

  private static RuntimeException stale() {
    return JobsProblem.PLAN_STALE.because(
        "What this plan is about has changed since it was made, or nobody is away or leaves then any"
            + " more. Nothing was done: look at it, or ask for a renewal.");
  }

  private PlanRow lockedProposal(Ref ref) {
    PlanRow plan = plans.lock(ref);
    plan.requireMade();
    plan.requireUndecided();
    if (plan.shown() == PlanState.STALE) {
      throw stale();
    }
    return plan;
  }

  private List<PlanItemRow> chosen(PlanRow plan, ChosenItems wanted) {
    List<PlanItemRow> open =
        proposals.items(plan.id()).stream().filter(item -> item.decision() == null).toList();
    return wanted == null ? open : wanted.among(open);
  }

  private PlanView decide(PlanRow plan, List<PlanItemRow> chosen, PlanView.Decision decision) {
    proposals.decide(plan.id(), chosen.stream().map(PlanItemRow::number).toList(), decision);
    PlanView view = plans.view(Ref.of(plan.id()));
    audit.changed(
        decision == PlanView.Decision.ACCEPTED ? "plan.accepted" : "plan.refused",
        "plan",
        plan.id(),
        null,
        plan.state(),
        chosen.stream().map(PlanItemRow::itemId).toList());
    return view;
  }
}
