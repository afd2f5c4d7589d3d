package io.familiarface.jobs.assignment;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.visit.TechnicianChange;
import io.familiarface.jobs.visit.Visit;
import java.util.Objects;
import java.util.Optional;

/** A visit, and who is to come to it instead: checked, not yet done. */
record ProposedAssignment(Visit visit, Technician newcomer, TechnicianChange change) {

  /** Whether this sends somebody whom the agreement would not have sent. */
  boolean isTechnicianChange() {
    return visit.plannedTechnicianId() != null
        && !visit.plannedTechnicianId().equals(newcomer.id());
  }

  /** Refuses what can't be carried out or says nothing new. */
  void mustBePossible(Optional<Absence> absence) {
    newcomer.mustBeEmployedOn(visit.scheduledOn(), "/technicianId");
    absence.ifPresent(
        away -> {
          throw JobsProblem.TECHNICIAN_ABSENT.because(
              "%s is away from %s until %s. Choose somebody else, or reschedule the visit."
                  .formatted(newcomer.name(), away.fromOn(), away.untilOn()));
        });
    if (isTechnicianChange()) {
      mustSayWhy();
    }
    if (changesNothing()) {
      throw JobsProblem.ALREADY_ASSIGNED.at(
          "/technicianId",
          "%s is to come to this visit already. Choose somebody else.".formatted(newcomer.name()));
    }
  }

  private void mustSayWhy() {
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
        && (!isTechnicianChange()
            || visit.changeReason() == change.reason()
                && visit.permanence() == change.permanence()
                && visit.notice().equals(change.notice()));
  }
}
