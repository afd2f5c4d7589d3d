package io.familiarface.jobs.assignment;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.UsualTechnician;
import io.familiarface.technicianchange.VisitOutcome;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A visit, and who is to come to it instead: checked, not yet done. */
record ProposedAssignment(Visit visit, Technician newcomer, Substitution change) {

  /** What the visit would be to the customer. */
  VisitOutcome outcome() {
    return UsualTechnician.startingWith(visit.plannedTechnicianId()).outcomeOf(asCompleted());
  }

  CompletedVisit<UUID> asCompleted() {
    return change.asCompleted(visit.plannedTechnicianId(), visit.scheduledAt());
  }

  /** Refuses what can't be carried out or says nothing new. */
  void requirePossible(Optional<Absence> absence) {
    newcomer.requireEmployedOn(visit.scheduledOn(), "/technicianId");
    absence.ifPresent(
        away -> {
          throw JobsProblem.TECHNICIAN_ABSENT.because(
              "%s is away from %s until %s. Choose somebody else, or reschedule the visit."
                  .formatted(newcomer.name(), away.fromOn(), away.untilOn()));
        });
    if (outcome().isSubstitution()) {
      requireReason();
    }
    if (changesNothing()) {
      throw JobsProblem.ALREADY_ASSIGNED.at(
          "/technicianId",
          "%s is to come to this visit already. Choose somebody else.".formatted(newcomer.name()));
    }
  }

  private void requireReason() {
    if (change.reason() == null) {
      throw INVALID_REQUEST.at(
          "/reason",
          "Say why somebody else comes: LEFT_COMPANY, SICK, VACATION, REASSIGNED,"
              + " CUSTOMER_REQUEST or OTHER.");
    }
    if (change.permanence() == null) {
      throw INVALID_REQUEST.at("/permanence", "Say whether it is FOR_GOOD or for THIS_VISIT.");
    }
  }

  private boolean changesNothing() {
    boolean same = Objects.equals(visit.technicianId(), newcomer.id());
    return same
        && (!outcome().isSubstitution()
            || visit.changeReason() == change.reason()
                && visit.permanence() == change.permanence()
                && visit.notice().equals(change.notice()));
  }
}
