package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A complaint that was settled came back. */
public record ComplaintReopened(UUID complaintId, Instant at) implements Signal {

  public ComplaintReopened {
    Objects.requireNonNull(complaintId, "complaintId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT_REOPENED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("complaint", complaintId, "reopened");
  }
}
