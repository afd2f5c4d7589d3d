package io.familiarface.jobs.cancellation;

import java.time.Instant;
import java.util.UUID;

/** A cancellation as the feed {@code jobs} tells it: the code, not the words. */
record AgreementCancelled(
    UUID agreementId,
    UUID customerId,
    Instant cancelledAt,
    CancellationReason reason,
    long revision) {}
