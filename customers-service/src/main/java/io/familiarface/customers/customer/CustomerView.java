package io.familiarface.customers.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as others see them.
 *
 * @param photo where the photo is, or null while there is none
 */
public record CustomerView(
    UUID id,
    String externalId,
    Kind kind,
    String name,
    String preferredName,
    String email,
    String phone,
    Address address,
    String branch,
    Status status,
    BurnedBefore burnedBefore,
    String photo,
    Instant createdAt) {

  static CustomerView from(Customer customer) {
    return new CustomerView(
        customer.id,
        customer.externalId,
        customer.kind,
        customer.name,
        customer.preferredName,
        customer.email,
        customer.phone,
        customer.address,
        customer.branch,
        customer.status,
        customer.burnedBefore,
        customer.photoTag == null ? null : photoOf(customer.id),
        customer.createdAt);
  }

  /** All that is needed to write an invoice, and nothing that was said in confidence. */
  CustomerView forAccounting() {
    return new CustomerView(
        id,
        externalId,
        kind,
        name,
        null,
        null,
        null,
        address,
        branch,
        status,
        null,
        null,
        createdAt);
  }

  public static String photoOf(UUID customerId) {
    return "/v1/customers/" + customerId + "/photo";
  }
}
