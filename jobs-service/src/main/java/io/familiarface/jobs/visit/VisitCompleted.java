package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit has become a completed one, in the running transaction.
 *
 * @param imported whether another system's list said so, rather than somebody here
 */
public record VisitCompleted(
    UUID visitId, UUID agreementId, Instant completedAt, boolean imported) {}
