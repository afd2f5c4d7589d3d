package io.familiarface.customers.visit;

import io.familiarface.customers.decision.Effect;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.Permanence;
import io.familiarface.technicianchange.VisitOutcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class VisitCopy {

  @Id UUID id;
  UUID agreementId;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  VisitState state;

  Instant scheduledAt;
  UUID technicianId;
  UUID plannedTechnicianId;
  String changeReason;
  String permanence;
  Boolean customerTold;
  Boolean introduced;
  Instant completedAt;
  Boolean onTime;
  Instant missedAt;
  long revision;
  UUID expectedTechnicianId;

  @Enumerated(EnumType.STRING)
  Effect effect;

  protected VisitCopy() {}

  VisitCopy(UUID id) {
    this.id = id;
  }

  void update(VisitEvent event, VisitState newState) {
    state = newState;
    agreementId = event.agreementId();
    customerId = event.customerId();
    revision = event.revision();
    if (newState != VisitState.WITHDRAWN) {
      scheduledAt = event.scheduledAt();
      technicianId = event.technicianId();
      plannedTechnicianId = event.plannedTechnicianId();
      changeReason = event.changeReason();
      permanence = event.permanence();
      customerTold = event.customerTold();
      introduced = event.introduced();
    }
    completedAt = newState == VisitState.COMPLETED ? event.completedAt() : null;
    onTime = newState == VisitState.COMPLETED ? event.onTime() : null;
    missedAt = newState == VisitState.MISSED ? event.missedAt() : null;
    cameUsual();
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

  void cameUsual() {
    expectedTechnicianId = null;
    effect = null;
  }

  void cameInsteadOf(UUID expected, VisitOutcome outcome) {
    expectedTechnicianId = expected;
    effect = Effect.of(outcome);
  }
}
