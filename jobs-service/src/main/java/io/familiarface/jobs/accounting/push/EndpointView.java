package io.familiarface.jobs.accounting.push;

import io.familiarface.jobs.accounting.DocumentKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as others see it. */
record EndpointView(
    UUID id,
    String url,
    List<DocumentKind> events,
    String cron,
    String zone,
    State state,
    @Schema(description = "Why nothing is pushed to it any more.") String disabledBecause,
    @Schema(description = "When it is pushed to next; null: as soon as something is ready.")
        Instant nextAt,
    Instant createdAt,
    String createdBy,
    @Schema(
            description = "What messages are signed with; shown when it is made and never again.",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {

  @Schema(name = "EndpointState", description = "DISABLED: nothing is pushed to it any more.")
  enum State {
    ACTIVE,
    DISABLED
  }
}
