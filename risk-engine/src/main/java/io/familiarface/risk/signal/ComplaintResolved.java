package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A complaint was settled, to their satisfaction or not.
 *
 * @param round 1, or how often it was to be mended so far
 */
public record ComplaintResolved(UUID complaintId, Instant at, Answer satisfied, int round)
    implements Signal {

  public ComplaintResolved {
    Objects.requireNonNull(complaintId, "complaintId");
    Objects.requireNonNull(at, "at");
    round = Math.max(round, 1);
    satisfied = satisfied == null ? Answer.UNKNOWN : satisfied;
  }

  public ComplaintResolved(UUID complaintId, Instant at, Answer satisfied) {
    this(complaintId, at, satisfied, 1);
  }

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT_RESOLVED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("complaint", complaintId, round == 1 ? "resolved" : "resolved/" + round);
  }
}
