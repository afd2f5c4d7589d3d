package io.familiarface.feedback.risk.advice;

import io.familiarface.feedback.risk.whatif.HypotheticalVisit;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is possible, so that no advice is given that is not.
 *
 * @param nextVisit the next visit as it is planned now, or null when none is planned
 * @param availableFrom technicians who still work here, each with the first instant at or after the
 *     next visit at which he is not absent; whoever is not in it has left
 */
public record Possibilities(HypotheticalVisit nextVisit, Map<UUID, Instant> availableFrom) {

  public Possibilities {
    availableFrom = Map.copyOf(availableFrom);
  }

  public static Possibilities unknown() {
    return new Possibilities(null, Map.of());
  }
}
