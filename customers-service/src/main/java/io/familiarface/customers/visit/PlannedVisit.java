package io.familiarface.customers.visit;

import java.time.Instant;
import java.util.UUID;

/** A visit to come. */
public record PlannedVisit(UUID visitId, Instant scheduledAt, UUID technicianId) {}
