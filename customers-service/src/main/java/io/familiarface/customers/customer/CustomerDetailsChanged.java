package io.familiarface.customers.customer;

import java.util.UUID;

/**
 * Something by which a customer is found is not as it was. Fired in the transaction of the change.
 *
 * @param isNew the customer was just made, so there can be nothing of theirs yet
 */
public record CustomerDetailsChanged(UUID customerId, boolean isNew) {

  public static CustomerDetailsChanged of(UUID customerId) {
    return new CustomerDetailsChanged(customerId, false);
  }
}
