package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.customer.CustomerState;
import java.util.UUID;

/** Whom a document is for; what is not known is null. */
public record Buyer(
    UUID id,
    String externalId,
    String name,
    String line1,
    String line2,
    String city,
    String region,
    String postalCode,
    String country) {

  /**
   * @param customer null of one who is not known, or who was erased: the document stays, without a
   *     name
   */
  static Buyer of(UUID id, CustomerState customer) {
    if (customer == null || customer.name() == null) {
      return new Buyer(id, null, nameOf(id), null, null, null, null, null, null);
    }
    CustomerState.Address at = customer.address();
    return at == null
        ? new Buyer(id, customer.externalId(), customer.name(), null, null, null, null, null, null)
        : new Buyer(
            id,
            customer.externalId(),
            customer.name(),
            at.line1(),
            at.line2(),
            at.city(),
            at.region(),
            at.postalCode(),
            at.country());
  }

  /** By their name, however it is capitalised, or by a key. */
  boolean isCalled(String other) {
    return other.strip().equalsIgnoreCase(name)
        || other.equals(externalId)
        || other.equals(id.toString());
  }

  boolean isKnown() {
    return name != null && !name.equals(nameOf(id));
  }

  private static String nameOf(UUID id) {
    return "Customer " + id;
  }

  /** By which another system knows them. */
  public String key() {
    return externalId == null ? id.toString() : externalId;
  }
}
