package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A complaint was settled, to their satisfaction or not. */
public record ComplaintResolved(UUID complaintId, Instant at, Answer satisfied) implements Signal {

  public ComplaintResolved {
    Objects.requireNonNull(complaintId, "complaintId");
    Objects.requireNonNull(at, "at");
    satisfied = satisfied == null ? Answer.UNKNOWN : satisfied;
  }

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT_RESOLVED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("complaint", complaintId, "resolved");
  }
}
