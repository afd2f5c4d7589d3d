package io.familiarface.jobs.cancellation;

import java.time.Instant;
import java.util.UUID;

/**
 * A cancellation as the feed {@code jobs} tells it: the code, not the words.
 *
 * @param startsAt when the agreement was to begin; it never did if it was cancelled before
 */
record AgreementCancelled(
    UUID agreementId,
    UUID customerId,
    Instant startsAt,
    Instant cancelledAt,
    CancellationReason reason,
    long revision) {}
