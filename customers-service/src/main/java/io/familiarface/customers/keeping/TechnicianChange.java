package io.familiarface.customers.keeping;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A completed visit by somebody other than the then usual technician. */
public record TechnicianChange(
    UUID visitId, UUID agreementId, Instant at, UUID from, UUID to, Effect effect) {

  public static final Comparator<TechnicianChange> IN_ORDER =
      Comparator.comparing(TechnicianChange::at).thenComparing(TechnicianChange::visitId);
}
