package io.familiarface.jobs.promise;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise that stands, and the visit that would break it as things are planned. */
@Schema(name = "PromiseAtRisk")
record PromiseAtRisk(
    UUID promiseId,
    String text,
    String madeBy,
    Instant madeAt,
    @Schema(description = "Who was promised to come.") UUID technicianId,
    String technicianName,
    UUID customerId,
    String customerExternalId,
    String customerName,
    UUID visitId,
    String visitExternalId,
    Instant scheduledAt,
    @Schema(description = "Who is to come; null if nobody is.") UUID comesId,
    String comesName,
    Cause cause) {

  /** Why the visit would break the promise. */
  @Schema(name = "PromiseRiskCause")
  enum Cause {
    SOMEBODY_ELSE_COMES,
    ABSENT,
    HAS_LEFT,
    LICENCE_ENDED,
    NOBODY_ASSIGNED
  }
}
