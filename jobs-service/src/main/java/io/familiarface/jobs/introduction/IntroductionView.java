package io.familiarface.jobs.introduction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.visit.Introduction;
import io.familiarface.jobs.visit.IntroductionState;
import io.familiarface.rest.etag.ETags;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who introduces whom to which customer, when, and whether they have. */
@Schema(name = "Introduction")
record IntroductionView(
    UUID id,
    IntroductionState state,
    @Schema(description = "The visit of whoever is introduced.") UUID visitId,
    @Schema(description = "When that is.") Instant comesAt,
    @Schema(description = "The visit before it, at which both are.") UUID jointVisitId,
    @Schema(description = "When that is: both are held for it.") Instant scheduledAt,
    @Schema(description = "Whether nobody has said a time of that day.") boolean anyTime,
    @JsonUnwrapped Customer customer,
    @JsonUnwrapped Technicians technicians,
    Instant madeAt,
    @JsonUnwrapped End end) {

  /** Whom they meet. */
  record Customer(UUID customerId, String customerExternalId, String customerName) {}

  /** Who meets them. */
  record Technicians(
      @Schema(description = "Whom the customer knows.") UUID leaverId,
      String leaverName,
      @Schema(description = "Who is introduced.") UUID successorId,
      String successorName) {}

  /** What became of it. */
  record End(
      Instant introducedAt,
      Instant endedAt,
      @Schema(
              description =
                  "Null while it has not ended, and where a change of a visit, or of who is there,"
                      + " dropped it.")
          String endedBy,
      @Schema(description = "Why it was dropped, or cannot be when it was to be.") String reason) {}

  static IntroductionView of(Introduction one) {
    return new IntroductionView(
        one.id(),
        one.state(),
        one.visitId(),
        one.comesAt(),
        one.jointVisitId(),
        one.scheduledAt(),
        !one.timeSaid(),
        new Customer(one.customerId(), one.customerExternalId(), one.customerName()),
        new Technicians(one.leaverId(), one.leaverName(), one.successorId(), one.successorName()),
        one.madeAt(),
        new End(one.metAt(), one.endedAt(), one.endedBy(), one.reason()));
  }

  /** The ETag: it covers the names and the visits. */
  String tag(long version) {
    return ETags.covering(id, version, this);
  }
}
