package io.familiarface.feedback.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for feedback as it is read. */
@Schema(name = "FeedbackRequest")
record FeedbackRequestView(
    UUID id,
    String externalId,
    UUID customerId,
    UUID visitId,
    @Schema(description = "When they were asked.") Instant at,
    String askedBy,
    Instant recordedAt,
    @Schema(description = "When they said something since; null for not yet.") Instant answeredAt,
    @Schema(description = "What they said; null for nothing yet.") UUID feedbackId,
    @Schema(
            description =
                "The request that counts for this one: somebody who was known as two customers was"
                    + " asked under either name; null for any other.")
        UUID sameAs,
    @Schema(hidden = true) @JsonIgnore long version) {
  static FeedbackRequestView of(FeedbackRequest request) {
    return new FeedbackRequestView(
        request.id,
        request.externalId,
        request.customerId,
        request.visitId,
        request.at,
        request.askedBy,
        request.recordedAt,
        null,
        null,
        request.sameAs,
        request.version);
  }
}
