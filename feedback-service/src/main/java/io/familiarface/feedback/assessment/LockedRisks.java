package io.familiarface.feedback.assessment;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is stored of locked customers.
 *
 * @param unflagged those of whom it is known that no flag is on record
 */
record LockedRisks(Map<UUID, CustomerRisk> rows, Set<UUID> unflagged) {
  /** Of whom nothing is known but these rows. */
  static LockedRisks of(Map<UUID, CustomerRisk> rows) {
    return new LockedRisks(rows, Set.of());
  }
}
