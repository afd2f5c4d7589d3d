package io.familiarface.risk.state;

import io.familiarface.risk.reason.ReasonCode;
import java.time.Instant;
import java.util.List;

/**
 * A statement that a customer is likely to leave. All times are business times; a customer's flags
 * are told apart by {@code raisedAt}.
 *
 * @param endedAt when it became KEPT or LOST, else null
 * @param leadDays whole days from raising until they left, for LOST, else null
 * @param leadVisits completed visits between raising and their leaving, for LOST, else null
 */
public record Flag(
    FlagState state,
    Instant raisedAt,
    List<ReasonCode> reasons,
    String modelVersion,
    Instant clearedAt,
    Instant endedAt,
    Integer leadDays,
    Integer leadVisits) {

  public Flag {
    reasons = List.copyOf(reasons);
  }

  public boolean open() {
    return state == FlagState.RAISED;
  }
}
