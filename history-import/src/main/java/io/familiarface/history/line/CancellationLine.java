package io.familiarface.history.line;

import io.familiarface.history.Destination;
import java.time.Instant;

/** The end of an agreement, with its reason and the customer's words. */
public record CancellationLine(
    String agreementExternalId, Instant cancelledAt, String reason, String words)
    implements ImportLine {
  @Override
  public Destination destination() {
    return Destination.CANCELLATIONS;
  }

  @Override
  public String externalId() {
    return agreementExternalId;
  }
}
