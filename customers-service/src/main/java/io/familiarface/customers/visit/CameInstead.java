package io.familiarface.customers.visit;

import io.familiarface.customers.keeping.Effect;
import java.time.Instant;
import java.util.UUID;

/**
 * A visit by somebody other than the then usual technician; null where nobody has said.
 *
 * @param reason ABSENT, LEFT_COMPANY, REASSIGNED, CUSTOMER_REQUEST, OTHER
 */
public record CameInstead(
    UUID visitId,
    Instant at,
    UUID from,
    UUID to,
    String reason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Effect effect) {

  static CameInstead from(VisitCopy visit) {
    return new CameInstead(
        visit.id,
        visit.completedAt,
        visit.cameInsteadOf,
        visit.technicianId,
        visit.changeReason,
        visit.permanence,
        visit.customerTold,
        visit.introduced,
        visit.effect);
  }
}
