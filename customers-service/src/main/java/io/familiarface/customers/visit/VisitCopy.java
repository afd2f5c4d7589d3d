package io.familiarface.customers.visit;

import io.familiarface.customers.keeping.CompletedVisit;
import io.familiarface.customers.keeping.Effect;
import io.familiarface.customers.keeping.Permanence;
import io.familiarface.customers.keeping.TechnicianChange;
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
  String changeReason;
  String permanence;
  Boolean customerTold;
  Boolean introduced;
  Instant completedAt;
  Boolean onTime;
  Instant missedAt;
  long revision;
  UUID cameInsteadOf;

  @Enumerated(EnumType.STRING)
  Effect effect;

  protected VisitCopy() {}

  VisitCopy(UUID id) {
    this.id = id;
  }

  void become(VisitEvent event, VisitState newState) {
    state = newState;
    agreementId = event.agreementId();
    customerId = event.customerId();
    revision = event.revision();
    if (newState != VisitState.WITHDRAWN) {
      scheduledAt = event.scheduledAt();
      technicianId = event.technicianId();
      changeReason = event.changeReason();
      permanence = event.permanence();
      customerTold = event.customerTold();
      introduced = event.introduced();
    }
    completedAt = newState == VisitState.COMPLETED ? event.completedAt() : null;
    onTime = newState == VisitState.COMPLETED ? event.onTime() : null;
    missedAt = newState == VisitState.MISSED ? event.missedAt() : null;
    usualCame();
  }

  boolean isCompleted() {
    return state == VisitState.COMPLETED;
  }

  CompletedVisit asCompleted() {
    return new CompletedVisit(
        id,
        agreementId,
        completedAt,
        technicianId,
        "FOR_GOOD".equals(permanence) ? Permanence.FOR_GOOD : otherPermanence(),
        "CUSTOMER_REQUEST".equals(changeReason),
        Boolean.TRUE.equals(customerTold),
        Boolean.TRUE.equals(introduced));
  }

  private Permanence otherPermanence() {
    return permanence == null ? null : Permanence.THIS_VISIT;
  }

  void usualCame() {
    cameInsteadOf = null;
    effect = null;
  }

  void somebodyElseCame(TechnicianChange change) {
    cameInsteadOf = change.from();
    effect = change.effect();
  }

  TechnicianChange asChange() {
    return new TechnicianChange(id, agreementId, completedAt, cameInsteadOf, technicianId, effect);
  }
}
