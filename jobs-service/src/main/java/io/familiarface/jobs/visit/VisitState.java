package io.familiarface.jobs.visit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a visit. */
@Schema(
    description =
        "PLANNED; COMPLETED; MISSED, nothing came of it, or will; WITHDRAWN, it is not "
            + "to be and stands for nothing.")
public enum VisitState {
  PLANNED,
  COMPLETED,
  MISSED,
  WITHDRAWN
}
