package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.technician.AbsenceRecorded;
import io.familiarface.jobs.technician.DepartureRecorded;
import io.familiarface.jobs.technician.RecordingDeparture;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody won't come: a plan is asked for in the transaction that says so. */
@ApplicationScoped
class AskingForPlan {
  private final PendingPlans plans;
  private final RecordingDeparture departures;
  private final AuditTrail audit;
  private final Caller caller;
  private final CompanyCalendar calendar;
  private final Event<PlanAsked> asked;

  AskingForPlan(
      PendingPlans plans,
      RecordingDeparture departures,
      AuditTrail audit,
      Caller caller,
      CompanyCalendar calendar,
      Event<PlanAsked> asked) {
    this.plans = plans;
    this.departures = departures;
    this.audit = audit;
    this.caller = caller;
    this.calendar = calendar;
    this.asked = asked;
  }

  void absent(@Observes AbsenceRecorded recorded) {
    Absence absence = recorded.absence();
    PlanCause cause =
        new PlanCause(
            absence.id(),
            PlanKind.ABSENCE,
            absence.technicianId(),
            absence.fromOn(),
            absence.untilOn(),
            reason(absence.kind()));
    plans.add(asked(cause, absence.externalId()));
    asked.fire(new PlanAsked(cause.planId()));
  }

  void leaves(@Observes DepartureRecorded recorded) {
    plans.add(asked(departure(recorded.id(), recorded.technician()), null));
    asked.fire(new PlanAsked(recorded.id()));
  }

  /** The plan's id. */
  @Transactional
  UUID leaves(Ref ref, LocalDate lastDayOn, String externalId) {
    Technician technician = departures.record(ref, lastDayOn);
    UUID plan = Ids.next();
    PlanCause cause = departure(plan, technician);
    plans.write(asked(cause, externalId));
    asked.fire(new PlanAsked(plan));
    audit.changed("plan.asked", "plan", plan, null, null, cause);
    return plan;
  }

  private static PlanCause departure(UUID plan, Technician technician) {
    return new PlanCause(
        plan,
        PlanKind.DEPARTURE,
        technician.id(),
        technician.leftOn().plusDays(1),
        null,
        ChangeReason.LEFT_COMPANY);
  }

  private PendingPlans.Asked asked(PlanCause cause, String externalId) {
    return new PendingPlans.Asked(cause, externalId, caller.name(), calendar.now());
  }

  private static ChangeReason reason(AbsenceKind kind) {
    return switch (kind) {
      case SICK -> ChangeReason.SICK;
      case VACATION -> ChangeReason.VACATION;
      case TRAINING, OTHER -> ChangeReason.OTHER;
    };
  }
}
