package io.familiarface.risk.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When customers were called and reached; those who never were are missing. A flagged customer who
 * was called and stayed may have been kept by it: no false alarm.
 */
public record Calls(Map<UUID, List<Instant>> reached) {
  /** Nobody was called. */
  public static final Calls NONE = new Calls(Map.of());

  List<Instant> of(UUID customer) {
    return reached.getOrDefault(customer, List.of());
  }
}
