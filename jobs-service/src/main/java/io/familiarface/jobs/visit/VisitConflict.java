package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit to come that a rule speaks against. */
@Schema(name = "VisitConflict")
record VisitConflict(
    UUID visitId,
    String visitExternalId,
    Instant scheduledAt,
    @Schema(description = VisitView.ANY_TIME) boolean anyTime,
    UUID customerId,
    String customerExternalId,
    String customerName,
    @Schema(description = "Who is to come; null if nobody is.") UUID technicianId,
    String technicianName,
    @Schema(description = "The first that holds.") Rule rule,
    @Schema(description = "The same in words.") String reason,
    @Schema(description = "Where whoever is to come is at that time as well; else null.")
        UUID otherVisitId) {

  /** What speaks against it; the first five as {@link SubstituteNeed} has them. */
  @Schema(name = "VisitConflictRule")
  enum Rule {
    NOBODY_ASSIGNED,
    HAS_LEFT,
    NOT_YET_HIRED,
    ABSENT,
    LICENCE_ENDED,
    DOUBLE_BOOKED,
    AT_A_PROJECT,
    OUTSIDE_HOURS
  }
}
