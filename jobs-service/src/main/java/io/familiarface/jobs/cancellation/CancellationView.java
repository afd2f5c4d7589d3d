package io.familiarface.jobs.cancellation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Cancellation")
record CancellationView(
    UUID agreementId,
    Instant cancelledAt,
    CancellationReason reason,
    String words,
    @Schema(nullable = true, description = "The text of the customer's letter, if there was one.")
        String letter,
    String recordedBy,
    Instant recordedAt) {

  static CancellationView of(Cancellation c) {
    return new CancellationView(
        c.agreementId, c.cancelledAt, c.reason, c.words, c.letter, c.recordedBy, c.recordedAt);
  }
}
