package io.familiarface.jobs.assignment;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.UsualTechnician;
import io.familiarface.technicianchange.VisitOutcome;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit, and who is to come to it instead: checked, not yet done.
 *
 * @param at when they come: the time planned, or another one
 * @param on the company's day of it
 * @param counted the change with what counts of what the customer knows
 * @param timeSaid whether somebody has said the time of day, now or before
 */
record ProposedAssignment(
    Visit visit,
    Technician newcomer,
    Substitution change,
    Substitution counted,
    Instant at,
    LocalDate on,
    boolean timeSaid) {
  private static final String ALL_THE_SAME =
      " Choose somebody else, or say in override why they are sent all the same.";

  /** What the visit would be to the customer. */
  VisitOutcome outcome() {
    return UsualTechnician.startingWith(visit.plannedTechnicianId()).outcomeOf(asCompleted());
  }

  CompletedVisit<UUID> asCompleted() {
    return counted.asCompleted(visit.plannedTechnicianId(), at);
  }

  /** Refuses what can't be carried out or says nothing new. */
  void requirePossible(Technicians.BeforeSending known) {
    newcomer.requireEmployedOn(on, "/technicianId");
    if (known.isAway()) {
      throw JobsProblem.TECHNICIAN_ABSENT.because(
          "%s is away from %s until %s. Choose somebody else, or reschedule the visit."
              .formatted(newcomer.name(), known.awayFrom(), known.awayUntil()));
    }
    if (outcome().isSubstitution()) {
      requireReason();
    }
    if (changesNothing()) {
      throw JobsProblem.ALREADY_ASSIGNED.at(
          "/technicianId",
          "%s is to come to this visit already. Choose somebody else.".formatted(newcomer.name()));
    }
  }

  /**
   * What speaks against sending them, unless somebody says why they go all the same: that they have
   * none of the usual technician's skills, where theirs are on record, have lost a licence of
   * theirs by then, or don't work then. Whom the agreement sends at the time agreed is asked for
   * nothing.
   *
   * @param time null when nobody has said one
   */
  Optional<HttpProblem> objection(List<String> usualSkills, LocalTime time) {
    boolean other = outcome().isSubstitution();
    if (other
        && newcomer.hasSkillsOnRecord()
        && !Suitability.hasSkill(newcomer.skillsOn(on), usualSkills)) {
      return Optional.of(
          JobsProblem.LACKS_SKILL.because(
              Suitability.lacksSkill(newcomer.name(), usualSkills) + ALL_THE_SAME));
    }
    if (!other && moves() && newcomer.hasLostLicenceBy(on)) {
      return Optional.of(Suitability.licenceEnded(newcomer.name()));
    }
    if ((other || moves()) && !Suitability.works(newcomer.workingHours(), on, time)) {
      return Optional.of(Suitability.outsideHours(newcomer.name(), time));
    }
    return Optional.empty();
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

  boolean moves() {
    return !at.equals(visit.scheduledAt()) || timeSaid != visit.timeSaid();
  }

  private boolean changesNothing() {
    boolean same = Objects.equals(visit.technicianId(), newcomer.id());
    return same
        && !moves()
        && (!outcome().isSubstitution()
            || visit.changeReason() == change.reason()
                && visit.permanence() == change.permanence()
                && visit.notice().equals(change.notice()));
  }
}
