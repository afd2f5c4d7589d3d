package io.familiarface.customers.visit;

import io.familiarface.customers.decision.Effect;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A visit as jobs-service told of it last.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 * @param missedAt when the customer waits, or waited, for nobody
 * @param expectedTechnicianId the then usual technician, when somebody else came
 * @param effect what that does to a promise; null when the usual technician came
 */
record VisitCopy(
    UUID id,
    UUID agreementId,
    UUID customerId,
    VisitState state,
    Instant scheduledAt,
    boolean anyTime,
    UUID technicianId,
    UUID plannedTechnicianId,
    String changeReason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    long revision,
    UUID expectedTechnicianId,
    Effect effect) {

  /** Of completed visits, the order in which they were made. */
  static final Comparator<VisitCopy> BY_COMPLETION =
      Comparator.comparing(VisitCopy::completedAt).thenComparing(VisitCopy::id);

  static VisitCopy of(VisitEvent event, VisitState state) {
    return new VisitCopy(
        event.visitId(),
        event.agreementId(),
        event.customerId(),
        state,
        event.scheduledAt(),
        Boolean.TRUE.equals(event.anyTime()),
        event.technicianId(),
        event.plannedTechnicianId(),
        event.changeReason(),
        event.permanence(),
        event.customerTold(),
        event.introduced(),
        state == VisitState.COMPLETED ? event.completedAt() : null,
        state == VisitState.COMPLETED ? event.onTime() : null,
        state == VisitState.MISSED ? event.waitedAt() : null,
        event.revision(),
        null,
        null);
  }

  /** Of a visit that is withdrawn the event tells no more than that. */
  VisitCopy withdrawn(VisitEvent event) {
    return new VisitCopy(
        id,
        event.agreementId(),
        event.customerId(),
        VisitState.WITHDRAWN,
        scheduledAt,
        anyTime,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        customerTold,
        introduced,
        null,
        null,
        null,
        event.revision(),
        null,
        null);
  }

  boolean isCompleted() {
    return state == VisitState.COMPLETED;
  }

  boolean isLate() {
    return Boolean.FALSE.equals(onTime);
  }

  CompletedVisit<UUID> asCompleted() {
    return new CompletedVisit<>(
        technicianId,
        plannedTechnicianId,
        changeReason != null,
        "CUSTOMER_REQUEST".equals(changeReason),
        permanence == null ? Permanence.UNKNOWN : declaredPermanence(),
        Boolean.TRUE.equals(customerTold),
        Boolean.TRUE.equals(introduced));
  }

  private Permanence declaredPermanence() {
    return "FOR_GOOD".equals(permanence) ? Permanence.FOR_GOOD : Permanence.THIS_VISIT;
  }

  VisitCopy byUsual() {
    return insteadOf(null, null);
  }

  VisitCopy insteadOf(UUID expected, Effect itsEffect) {
    return new VisitCopy(
        id,
        agreementId,
        customerId,
        state,
        scheduledAt,
        anyTime,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        customerTold,
        introduced,
        completedAt,
        onTime,
        missedAt,
        revision,
        expected,
        itsEffect);
  }
}
