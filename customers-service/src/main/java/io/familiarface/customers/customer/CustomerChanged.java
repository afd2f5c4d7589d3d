package io.familiarface.customers.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about a customer, or of theirs, is not as it was. Fired in the transaction of the
 * change, by whichever capability made it.
 *
 * @param at when it happened, in business time
 * @param isNew the customer was just made, so there can be nothing of theirs yet
 */
public record CustomerChanged(UUID customerId, Instant at, boolean isNew) {

  public static CustomerChanged at(Instant at, UUID customerId) {
    return new CustomerChanged(customerId, at, false);
  }
}
