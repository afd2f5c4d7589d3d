package io.familiarface.customers.customer;

import java.util.UUID;

/**
 * Something by which a customer is found is not as it was. Fired in the transaction of the change.
 *
 * @param created the customer as just made, of whom there can be nothing else yet; null for one who
 *     was known before
 */
public record CustomerDetailsChanged(UUID customerId, CustomerView created) {

  public static CustomerDetailsChanged of(UUID customerId) {
    return new CustomerDetailsChanged(customerId, null);
  }

  static CustomerDetailsChanged created(CustomerView customer) {
    return new CustomerDetailsChanged(customer.id(), customer);
  }
}
