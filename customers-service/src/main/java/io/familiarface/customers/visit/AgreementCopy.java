package io.familiarface.customers.visit;

import io.familiarface.customers.decision.Effect;
import io.familiarface.technicianchange.UsualTechnician;
import java.time.Instant;
import java.util.UUID;

/**
 * An agreement as jobs-service told of it last, and where the walk along its completed visits
 * stands.
 *
 * @param revision older than every one that an event can have, as long as none was taken in
 */
record AgreementCopy(
    UUID id,
    UUID customerId,
    String program,
    Instant startsAt,
    UUID technicianId,
    Instant cancelledAt,
    long revision,
    UUID usualTechnicianId,
    UUID unconfirmedTechnicianId,
    Instant lastCompletedAt,
    UUID lastVisitId) {

  /** One that its own event will fill in. */
  static AgreementCopy blank(UUID id, UUID customerId) {
    return new AgreementCopy(id, customerId, null, null, null, null, -1, null, null, null, null);
  }

  AgreementCopy updated(AgreementEvent event) {
    return new AgreementCopy(
        id,
        event.customerId(),
        event.program(),
        event.startsAt(),
        event.technicianId(),
        cancelledAt,
        event.revision(),
        usualTechnicianId,
        unconfirmedTechnicianId,
        lastCompletedAt,
        lastVisitId);
  }

  AgreementCopy cancelled(AgreementEvent event) {
    return new AgreementCopy(
        id,
        customerId,
        program,
        startsAt,
        technicianId,
        event.cancelledAt(),
        event.revision(),
        usualTechnicianId,
        unconfirmedTechnicianId,
        lastCompletedAt,
        lastVisitId);
  }

  AgreementCopy restarted() {
    return walked(technicianId, null, null, null);
  }

  private AgreementCopy walked(UUID usual, UUID unconfirmed, Instant lastAt, UUID last) {
    return new AgreementCopy(
        id,
        customerId,
        program,
        startsAt,
        technicianId,
        cancelledAt,
        revision,
        usual,
        unconfirmed,
        lastAt,
        last);
  }

  boolean comesAfterAllOthers(VisitCopy visit) {
    if (lastCompletedAt == null) {
      return true;
    }
    int order = visit.completedAt().compareTo(lastCompletedAt);
    return order > 0 || (order == 0 && visit.id().compareTo(lastVisitId) > 0);
  }

  /** Both as they are after a step. */
  record Step(AgreementCopy agreement, VisitCopy visit) {}

  /** One step along the completed visits. */
  Step advance(VisitCopy visit) {
    if (visit.technicianId() == null) {
      return new Step(
          walked(usualTechnicianId, unconfirmedTechnicianId, visit.completedAt(), visit.id()),
          visit.byUsual());
    }
    var step =
        new UsualTechnician<>(usualTechnicianId, unconfirmedTechnicianId)
            .after(visit.asCompleted());
    return new Step(
        walked(step.usual().usual(), step.usual().unconfirmed(), visit.completedAt(), visit.id()),
        step.outcome().isSubstitution()
            ? visit.insteadOf(step.expected(), Effect.of(step.outcome()))
            : visit.byUsual());
  }
}
