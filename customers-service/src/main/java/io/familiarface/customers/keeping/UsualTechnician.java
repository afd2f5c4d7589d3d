package io.familiarface.customers.keeping;

import java.util.Optional;
import java.util.UUID;

/**
 * The technician an agreement's customer knows as hers: the agreement's own, until somebody comes
 * for good. Walks an agreement's completed visits one after the other, in O(1) each.
 *
 * @param id null as long as the agreement names nobody and nobody has come
 */
public record UsualTechnician(UUID id) {

  /** What the next completed visit makes of it. */
  public Step after(CompletedVisit visit) {
    if (visit.technicianId() == null || visit.technicianId().equals(id)) {
      return new Step(this, Optional.empty());
    }
    var newcomer = new UsualTechnician(visit.technicianId());
    if (id == null) {
      return new Step(newcomer, Optional.empty());
    }
    var change =
        new TechnicianChange(
            visit.id(), visit.agreementId(), visit.at(), id, visit.technicianId(), effectOf(visit));
    return new Step(
        visit.permanence() == Permanence.FOR_GOOD ? newcomer : this, Optional.of(change));
  }

  private static Effect effectOf(CompletedVisit visit) {
    boolean forGood = visit.permanence() == Permanence.FOR_GOOD;
    if (visit.askedForByCustomer()) {
      return forGood ? Effect.WANTED_FOR_GOOD : Effect.WANTED_ONCE;
    }
    return forGood && visit.toldBefore() && visit.introducedBefore()
        ? Effect.HANDED_OVER
        : Effect.STRANGER_CAME;
  }

  /** Who is usual afterwards, and the change if somebody else came. */
  public record Step(UsualTechnician usual, Optional<TechnicianChange> change) {}
}
