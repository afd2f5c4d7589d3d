package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A complaint that was settled came back.
 *
 * @param round which mending of it began so: 2 for the first time that it came back
 */
public record ComplaintReopened(UUID complaintId, Instant at, int round) implements Signal {

  public ComplaintReopened {
    Objects.requireNonNull(complaintId, "complaintId");
    Objects.requireNonNull(at, "at");
    // Who tells of no round knows of one time that it came back.
    round = Math.max(round, 2);
  }

  public ComplaintReopened(UUID complaintId, Instant at) {
    this(complaintId, at, 2);
  }

  @Override
  public SignalKind kind() {
    return SignalKind.COMPLAINT_REOPENED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("complaint", complaintId, round == 2 ? "reopened" : "reopened/" + round);
  }
}
