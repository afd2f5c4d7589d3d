package io.familiarface.jobs.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a plan has come. */
@Schema(
    description =
        "SOLVING: it is being made; PROPOSED; ACCEPTED; REFUSED; STALE: visits have "
            + "changed since, or what it was made for no longer is.")
enum PlanState {
  SOLVING,
  PROPOSED,
  ACCEPTED,
  REFUSED,
  /** Visits have changed since, or what it was made for no longer is. */
  STALE
}
