package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What the event {@code complaint.changed} says of a case, as far as invoices are concerned.
 *
 * @param invoice the number of the invoice that its remedy names; null if it names none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerCase(
    UUID complaintId,
    UUID customerId,
    UUID visitId,
    String invoice,
    String state,
    Instant receivedAt,
    Instant reopenedAt,
    long revision) {
  private static final Set<String> ENDED = Set.of("CLOSED", "LOST");

  boolean isOpen() {
    return !ENDED.contains(state);
  }

  Instant since() {
    return reopenedAt == null ? receivedAt : reopenedAt;
  }

  /** The same of whoever the customer is now. */
  CustomerCase of(UUID customer) {
    return new CustomerCase(
        complaintId, customer, visitId, invoice, state, receivedAt, reopenedAt, revision);
  }
}
