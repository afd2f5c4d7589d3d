package io.familiarface.jobs.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer draws back a little without leaving, as the feed {@code jobs} tells it: ids, codes and
 * times, no words.
 *
 * @param visitId the one that was moved; null for what is about the agreement
 */
record CustomerDisengaged(
    UUID disengagementId,
    UUID agreementId,
    UUID visitId,
    UUID customerId,
    Instant at,
    How how,
    long revision) {

  enum How {
    /** Nobody is to come for a while. */
    PAUSED,
    /** There are fewer visits than before. */
    LESS_OFTEN,
    /** The customer asked that a visit be moved. */
    RESCHEDULED
  }
}
