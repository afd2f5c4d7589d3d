package io.familiarface.risk.engine;

import io.familiarface.risk.continuity.Continuity;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.ServiceRecord;
import java.time.Instant;
import java.util.List;

/**
 * What the engine makes of a customer at an instant.
 *
 * @param probability that the customer cancels within the horizon; 0 once gone
 * @param flags the latest flags, oldest first; at most one is open
 * @param reasons largest first
 */
public record Assessment(
    Instant asOf,
    int horizonDays,
    CustomerStatus standing,
    double probability,
    Band band,
    boolean flagged,
    List<Flag> flags,
    Continuity continuity,
    Continuity continuityWindow,
    ServiceRecord service,
    List<Reason> reasons,
    String modelVersion) {

  public Assessment {
    flags = List.copyOf(flags);
    reasons = List.copyOf(reasons);
  }
}
