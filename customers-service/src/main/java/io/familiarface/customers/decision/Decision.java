package io.familiarface.customers.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a promise stands, and by what.
 *
 * @param decidedAt when it left STANDING; null while it stands
 * @param decidedByVisit the visit that decided it; null while it stands, when a person decided, and
 *     when its time simply ran out
 * @param breaches every time it was broken, in order
 */
public record Decision(
    PromiseState state, Instant decidedAt, UUID decidedByVisit, List<Breach> breaches) {

  public static final Decision STANDING =
      new Decision(PromiseState.STANDING, null, null, List.of());
}
