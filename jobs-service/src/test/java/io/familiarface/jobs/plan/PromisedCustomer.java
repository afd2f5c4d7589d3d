package io.familiarface.jobs.plan;

import io.familiarface.jobs.customer.CustomerState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer whom a technician has promised to come. */
final class PromisedCustomer {
  private PromisedCustomer() {}

  static CustomerState of(UUID id, UUID technicianId) {
    CustomerState.Promise promise =
        new CustomerState.Promise(
            UUID.randomUUID(),
            "SAME_TECHNICIAN",
            "I come.",
            "Ben",
            Instant.parse("2026-03-10T15:00:00Z"),
            technicianId,
            null,
            "STANDING");
    return new CustomerState(
        id,
        null,
        null,
        "Dorothy",
        null,
        null,
        null,
        1L,
        null,
        null,
        List.of(promise),
        null,
        null,
        null);
  }
}
