package io.familiarface.customers.conduct;

import java.time.Instant;
import java.util.UUID;

/** An entry as others see it. */
public record ConductView(
    UUID id,
    String externalId,
    UUID customerId,
    ConductKind kind,
    String text,
    Instant at,
    String by) {

  static ConductView of(ConductEntry entry) {
    return new ConductView(
        entry.id, entry.externalId, entry.customerId, entry.kind, entry.text, entry.at, entry.by);
  }
}
