package io.familiarface.jobs.plan;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** A plan is made anew, by the visits as they are now. */
@ApplicationScoped
class RenewingPlan {
  private final Plans plans;
  private final PlanQueue queue;
  private final Absences absences;
  private final AuditTrail audit;
  private final Event<PlanAsked> asked;

  RenewingPlan(
      Plans plans, PlanQueue queue, Absences absences, AuditTrail audit, Event<PlanAsked> asked) {
    this.plans = plans;
    this.queue = queue;
    this.absences = absences;
    this.audit = audit;
    this.asked = asked;
  }

  /** What was carried out of it stays; all else is proposed again. */
  @Transactional
  PlanView renew(Ref ref) {
    PlanRow plan = plans.lock(ref);
    plan.requireMade();
    plan.requireUndecided();
    if (plan.kind() == PlanKind.ABSENCE && absences.findByIdOptional(plan.id()).isEmpty()) {
      throw JobsProblem.PLAN_STALE.because(
          "The absence is no more: there is nothing left to plan.");
    }
    queue.renew(plan.id());
    asked.fire(new PlanAsked(plan.id()));
    audit.changed("plan.renewed", "plan", plan.id(), null, plan.shown(), PlanState.SOLVING);
    return plans.view(Ref.of(plan.id()));
  }
}
