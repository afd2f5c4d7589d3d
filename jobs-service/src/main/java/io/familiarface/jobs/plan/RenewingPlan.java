package io.familiarface.jobs.plan;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** A plan is made anew, by the visits as they are now. */
@ApplicationScoped
class RenewingPlan {
  private final Plans plans;
  private final PlanProposals proposals;
  private final PlanQueue queue;
  private final Absences absences;
  private final Technicians technicians;
  private final AuditTrail audit;
  private final Event<PlanAsked> asked;

  RenewingPlan(
      Plans plans,
      PlanProposals proposals,
      PlanQueue queue,
      Absences absences,
      Technicians technicians,
      AuditTrail audit,
      Event<PlanAsked> asked) {
    this.plans = plans;
    this.proposals = proposals;
    this.queue = queue;
    this.absences = absences;
    this.technicians = technicians;
    this.audit = audit;
    this.asked = asked;
  }

  /** What was carried out of it, or refused, stays; all else is proposed again. */
  @Transactional
  PlanView renew(Ref ref) {
    PlanRow plan = plans.lock(ref);
    plan.requireMade();
    // One that touched no visit may do so by now.
    if (!proposals.items(plan.id()).isEmpty()) {
      plan.requireUndecided();
    }
    if (!isStillSo(plan)) {
      throw JobsProblem.PLAN_STALE.because(
          "Nobody is away or leaves then any more: there is nothing left to plan.");
    }
    queue.renew(plan.id());
    asked.fire(new PlanAsked(plan.id()));
    audit.changed("plan.renewed", "plan", plan.id(), null, plan.shown(), PlanState.SOLVING);
    return plans.view(Ref.of(plan.id()));
  }

  /** Whether what the plan was made for is still to be. */
  private boolean isStillSo(PlanRow plan) {
    return switch (plan.kind()) {
      case ABSENCE -> absences.findByIdOptional(plan.id()).isPresent();
      case DEPARTURE ->
          plan.fromOn().minusDays(1).equals(technicians.findById(plan.technicianId()).leftOn());
    };
  }
}
