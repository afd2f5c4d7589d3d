package io.familiarface.risk.whatif;

import io.familiarface.risk.engine.Assessment;
import java.util.List;
import java.util.UUID;

/**
 * The same customer at the same instant, without and with the hypothetical visits.
 *
 * @param technicianChange whether any of the visits is a technician change
 * @param promisesBroken the promises that the visits would break
 * @param promisesReleased the promises that the visits would release in good order
 */
public record WhatIfResult(
    Assessment before,
    Assessment after,
    boolean technicianChange,
    List<UUID> promisesBroken,
    List<UUID> promisesReleased) {

  public WhatIfResult {
    promisesBroken = List.copyOf(promisesBroken);
    promisesReleased = List.copyOf(promisesReleased);
  }
}
