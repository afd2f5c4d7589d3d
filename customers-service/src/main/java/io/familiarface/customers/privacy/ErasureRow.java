package io.familiarface.customers.privacy;

import java.time.Instant;
import java.util.UUID;

/** An erasure as it is stored. */
record ErasureRow(
    UUID id,
    String externalId,
    UUID customerId,
    String reason,
    Instant requestedAt,
    String requestedBy,
    Instant jobsErasedAt,
    Instant feedbackErasedAt) {}
