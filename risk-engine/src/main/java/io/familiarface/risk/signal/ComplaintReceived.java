package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The customer complained; {@code cause} is a code of the company's list, or null. */
public record ComplaintReceived(UUID complaintId, Instant at, Severity severity, String cause)
    implements Signal {

  public ComplaintReceived {
    Objects.requireNonNull(complaintId, "complaintId");
    Objects.requireNonNull(at, "at");
    severity = severity == null ? Severity.MEDIUM : severity;
  }

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT_RECEIVED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("complaint", complaintId, "received");
  }
}
