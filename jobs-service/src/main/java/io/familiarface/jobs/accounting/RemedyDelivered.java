package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The event {@code remedy.delivered} of the feed {@code feedback}, as far as it is about money.
 *
 * @param amount null where it is not
 * @param invoice the number of the invoice that it is about; null if none was named
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RemedyDelivered(
    UUID complaintId,
    UUID customerId,
    UUID visitId,
    int round,
    Money amount,
    String invoice,
    Instant deliveredAt) {

  boolean isMoney() {
    return amount != null && amount.amount().signum() > 0;
  }

  /** The same of whoever the customer is now. */
  RemedyDelivered of(UUID customer) {
    return new RemedyDelivered(complaintId, customer, visitId, round, amount, invoice, deliveredAt);
  }
}
