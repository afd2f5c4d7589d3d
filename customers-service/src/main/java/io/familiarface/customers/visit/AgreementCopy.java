package io.familiarface.customers.visit;

import io.familiarface.technicianchange.UsualTechnician;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An agreement, and where the walk along its completed visits stands. */
@Entity
class AgreementCopy {

  @Id UUID id;
  UUID customerId;
  String program;
  Instant startsAt;
  UUID technicianId;
  Instant cancelledAt;

  /** Older than every revision that an event can have, as long as none was taken in. */
  long revision = -1;

  UUID usualTechnicianId;
  UUID unconfirmedTechnicianId;
  Instant lastCompletedAt;
  UUID lastVisitId;

  protected AgreementCopy() {}

  AgreementCopy(UUID id, UUID customerId) {
    this.id = id;
    this.customerId = customerId;
  }

  /** Takes over what an event tells, and says whether the walk has to start anew. */
  boolean update(AgreementEvent event) {
    revision = event.revision();
    customerId = event.customerId();
    program = event.program();
    startsAt = event.startsAt();
    boolean otherTechnician = !Objects.equals(technicianId, event.technicianId());
    technicianId = event.technicianId();
    return otherTechnician;
  }

  void cancel(AgreementEvent event) {
    revision = event.revision();
    cancelledAt = event.cancelledAt();
  }

  void restart() {
    usualTechnicianId = technicianId;
    unconfirmedTechnicianId = null;
    lastCompletedAt = null;
    lastVisitId = null;
  }

  boolean comesAfterAllOthers(VisitCopy visit) {
    if (lastCompletedAt == null) {
      return true;
    }
    int order = visit.completedAt.compareTo(lastCompletedAt);
    return order > 0 || (order == 0 && visit.id.compareTo(lastVisitId) > 0);
  }

  /** One step along the completed visits; says whether somebody else than the usual came. */
  boolean advance(VisitCopy visit) {
    lastCompletedAt = visit.completedAt;
    lastVisitId = visit.id;
    if (visit.technicianId == null) {
      visit.cameUsual();
      return false;
    }
    var step =
        new UsualTechnician<>(usualTechnicianId, unconfirmedTechnicianId)
            .after(visit.asCompleted());
    usualTechnicianId = step.usual().usual();
    unconfirmedTechnicianId = step.usual().unconfirmed();
    if (!step.outcome().isSubstitution()) {
      visit.cameUsual();
      return false;
    }
    visit.cameInsteadOf(step.expected(), step.outcome());
    return true;
  }
}
