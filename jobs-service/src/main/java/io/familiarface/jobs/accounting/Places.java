package io.familiarface.jobs.accounting;

import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.jobs.customer.CustomerState;

/** Where customers are, as far as taxes ask. */
final class Places {
  private Places() {}

  /**
   * @param customer null if we have not been told of them
   */
  static Place of(CustomerState customer) {
    return customer == null || customer.address() == null
        ? Place.UNKNOWN
        : new Place(customer.address().country(), customer.address().region());
  }
}
