package io.familiarface.jobs.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A surprise as the feed {@code jobs} tells it: ids, codes and times, no words. */
record ProjectSurprised(
    UUID surpriseId,
    UUID projectId,
    int step,
    UUID customerId,
    Instant at,
    List<What> changes,
    long revision) {

  /** What was other than the customer knew. */
  enum What {
    TIME,
    TECHNICIAN
  }
}
