package io.familiarface.jobs.accounting.push;

import io.familiarface.jobs.accounting.DocumentKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The push of a document to an endpoint. */
record DeliveryView(
    UUID id,
    UUID endpointId,
    @Schema(description = "The same with each attempt: by it a receiver books a document once.")
        String webhookId,
    DocumentKind event,
    @Schema(description = "Its number.", examples = "INV-2026-000017") String document,
    DeliveryState state,
    @Schema(description = "When it is tried next.") Instant nextAt,
    Instant deliveredAt,
    List<Attempt> attempts) {

  /**
   * @param status what the receiver answered; null if it did not
   * @param error what went wrong, if it did
   */
  record Attempt(Instant at, Integer status, String error, int millis) {}
}
