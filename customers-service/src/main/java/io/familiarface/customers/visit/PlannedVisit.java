package io.familiarface.customers.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit to come.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 * @param customerTold whether they were told that somebody else comes; null where nobody has said
 */
public record PlannedVisit(
    UUID visitId, Instant scheduledAt, boolean anyTime, UUID technicianId, Boolean customerTold) {}
