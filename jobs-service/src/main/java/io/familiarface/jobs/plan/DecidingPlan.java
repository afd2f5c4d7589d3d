package io.familiarface.jobs.plan;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.assignment.AssigningTechnician;
import io.familiarface.jobs.assignment.AssignmentRequest;
import io.familiarface.jobs.notice.Notices;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.ReschedulingVisit;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person accepts or refuses what a plan proposes, as a whole or by visit. */
@ApplicationScoped
class DecidingPlan {
  private final Plans plans;
  private final AssigningTechnician assigning;
  private final ReschedulingVisit rescheduling;
  private final Visits visits;
  private final Technicians technicians;
  private final Notices notices;
  private final AuditTrail audit;

  DecidingPlan(
      Plans plans,
      AssigningTechnician assigning,
      ReschedulingVisit rescheduling,
      Visits visits,
      Technicians technicians,
      Notices notices,
      AuditTrail audit) {
    this.plans = plans;
    this.assigning = assigning;
    this.rescheduling = rescheduling;
    this.visits = visits;
    this.technicians = technicians;
    this.notices = notices;
    this.audit = audit;
  }

  /**
   * Carries it out: the visits are changed, and with them their notices are made.
   *
   * @param visitIds null for all on which nobody has decided
   */
  @Transactional
  PlanView accept(Ref ref, List<UUID> visitIds) {
    // Held before anything else, as by everybody who books.
    technicians.lock(
        plans.items(plans.get(ref).id()).stream()
            .map(Plans.ItemRow::technicianId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    Plans.Row plan = lockedProposal(ref);
    List<Plans.ItemRow> chosen = chosen(plan, visitIds);
    // In one order, as whoever changes an agreement's visits locks the agreement first.
    List<Plans.ItemRow> inOrder = new ArrayList<>(chosen);
    inOrder.sort(
        Comparator.comparing(Plans.ItemRow::agreementId)
            .thenComparing(Plans.ItemRow::scheduledAt)
            .thenComparing(Plans.ItemRow::visitId));
    inOrder.forEach(item -> carryOut(plan, item));
    return decide(plan, chosen, PlanView.Decision.ACCEPTED);
  }

  /** Leaves the visits as they are. */
  @Transactional
  PlanView refuse(Ref ref, List<UUID> visitIds) {
    Plans.Row plan = lockedProposal(ref);
    return decide(plan, chosen(plan, visitIds), PlanView.Decision.REFUSED);
  }

  private void carryOut(Plans.Row plan, Plans.ItemRow item) {
    switch (item.proposal()) {
      case SEND -> send(plan, item);
      case MOVE -> move(item);
      case LEAVE -> {}
    }
    if (item.jointVisitId() != null) {
      notices.introduce(item.visitId(), item.jointVisitId(), item.jointAt());
    }
  }

  private void send(Plans.Row plan, Plans.ItemRow item) {
    AssignmentRequest request =
        new AssignmentRequest(
            item.technicianId(),
            null,
            item.permanence() == null ? null : plan.changeReason(),
            item.permanence(),
            null,
            null,
            null,
            null);
    try {
      assigning.assign(Ref.of(item.visitId()), "\"" + item.visitVersion() + "\"", request);
    } catch (HttpProblem e) {
      throw e.getStatusCode() == CommonProblem.STALE.status() ? stale() : e;
    }
  }

  private void move(Plans.ItemRow item) {
    Ref visit = Ref.of(item.visitId());
    if (visits.lock(visit).version() != item.visitVersion()) {
      throw stale();
    }
    rescheduling.reschedule(visit, item.scheduledAt());
  }

  private static RuntimeException stale() {
    return JobsProblem.PLAN_STALE.because(
        "Visits of this plan have changed since it was made, or the absence is no more. Nothing was"
            + " done: look at the visits, or ask for a new plan.");
  }

  private Plans.Row lockedProposal(Ref ref) {
    plans.lock(plans.get(ref).id());
    Plans.Row plan = plans.get(ref);
    switch (plan.shown()) {
      case PROPOSED -> {}
      case SOLVING ->
          throw JobsProblem.PLAN_NOT_READY.because(
              "The plan is being made. Ask again in a moment.");
      case STALE -> throw stale();
      case ACCEPTED, REFUSED ->
          throw JobsProblem.PLAN_DECIDED.because(
              "This plan was decided on: it is %s.".formatted(plan.state()));
    }
    return plan;
  }

  private List<Plans.ItemRow> chosen(Plans.Row plan, List<UUID> visitIds) {
    List<Plans.ItemRow> open =
        plans.items(plan.id()).stream().filter(item -> item.decision() == null).toList();
    if (visitIds == null) {
      return open;
    }
    Set<UUID> wanted = new HashSet<>(visitIds);
    open.forEach(item -> wanted.remove(item.visitId()));
    if (!wanted.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/visitIds",
          "Visit %s is not in this plan, or was decided on.".formatted(wanted.iterator().next()));
    }
    return open.stream().filter(item -> visitIds.contains(item.visitId())).toList();
  }

  private PlanView decide(Plans.Row plan, List<Plans.ItemRow> chosen, PlanView.Decision decision) {
    plans.decide(plan.id(), chosen.stream().map(Plans.ItemRow::number).toList(), decision);
    PlanView view = plans.view(plans.get(Ref.of(plan.id())));
    audit.changed(
        decision == PlanView.Decision.ACCEPTED ? "plan.accepted" : "plan.refused",
        "plan",
        plan.id(),
        null,
        plan.state(),
        chosen.stream().map(Plans.ItemRow::visitId).toList());
    return view;
  }
}
