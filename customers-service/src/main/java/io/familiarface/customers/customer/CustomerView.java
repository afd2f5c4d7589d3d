package io.familiarface.customers.customer;

import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A customer as others see them.
 *
 * @param phone in E.164, an extension as {@code ;ext=12}
 * @param otherPhones more of them, likewise; the one to try first in front
 * @param otherEmails more addresses; the one to try first in front
 * @param unreadablePhone what an import gave as a telephone number and nobody could read; gone once
 *     there is one that can be
 * @param photo where the photo is, or null while there is none
 */
public record CustomerView(
    UUID id,
    String externalId,
    Kind kind,
    String name,
    String preferredName,
    String language,
    String email,
    String phone,
    List<String> otherPhones,
    List<String> otherEmails,
    String unreadablePhone,
    PreferredChannel preferredChannel,
    String preferredHours,
    @Nested("address") Address address,
    String branch,
    Status status,
    @Nested("burned_before") BurnedBefore burnedBefore,
    String photo,
    Instant createdAt) {

  static CustomerView of(Customer customer) {
    return new CustomerView(
        customer.id,
        customer.externalId,
        customer.kind,
        customer.name,
        customer.preferredName,
        customer.language,
        customer.email,
        customer.phone,
        List.copyOf(customer.otherPhones),
        List.copyOf(customer.otherEmails),
        customer.unreadablePhone,
        customer.preferredChannel,
        customer.preferredHours,
        customer.address,
        customer.branch,
        customer.status,
        customer.burnedBefore,
        customer.photoTag == null ? null : "/v1/customers/" + customer.id + "/photo",
        customer.createdAt);
  }

  /** Accounting sees name and address only. */
  public CustomerView asSeenBy(Caller caller) {
    return isForAccountingOnly(caller) ? forAccounting() : this;
  }

  /** Whether the caller is of accounting, and nothing that sees more. */
  public static boolean isForAccountingOnly(Caller caller) {
    return caller.is(Role.ACCOUNTING)
        && !caller.isManager()
        && !caller.is(Role.CSR)
        && !caller.is(Role.SERVICE);
  }

  /** All that is needed to write an invoice, and nothing that was said in confidence. */
  private CustomerView forAccounting() {
    return new CustomerView(
        id,
        externalId,
        kind,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
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
}
