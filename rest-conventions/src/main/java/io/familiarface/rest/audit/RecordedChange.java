package io.familiarface.rest.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A change as the audit trail has it.
 *
 * @param before the state before as JSON; null for something new
 * @param after the state after as JSON; null for something removed
 */
public record RecordedChange(
    UUID id, Instant at, String actor, String action, String before, String after) {}
