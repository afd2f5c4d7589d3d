package io.familiarface.risk.advice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is possible, so that no advice is given that is not.
 *
 * @param next the visit that comes next, or null when none is looked at
 * @param availableFrom technicians who still work here, each with the first instant at or after the
 *     next visit at which they are not absent; whoever is not in it has left
 */
public record AdviceConstraints(DueVisit next, Map<UUID, Instant> availableFrom) {

  public AdviceConstraints {
    availableFrom = Map.copyOf(availableFrom);
  }

  public static AdviceConstraints unknown() {
    return new AdviceConstraints(null, Map.of());
  }

  boolean canCome(UUID technician, Instant at) {
    var from = availableFrom.get(technician);
    return from != null && !from.isAfter(at);
  }
}
