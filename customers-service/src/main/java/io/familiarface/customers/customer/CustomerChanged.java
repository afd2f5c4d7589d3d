package io.familiarface.customers.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about a customer, or of theirs, is not as it was. Fired in the transaction of the
 * change, by whichever capability made it.
 *
 * @param at when it happened, in business time
 * @param created the customer as just made, of whom there can be nothing else yet; null for one who
 *     was known before
 */
public record CustomerChanged(UUID customerId, Instant at, CustomerView created) {

  public static CustomerChanged at(Instant at, UUID customerId) {
    return new CustomerChanged(customerId, at, null);
  }

  static CustomerChanged created(CustomerView customer) {
    return new CustomerChanged(customer.id(), customer.createdAt(), customer);
  }
}
