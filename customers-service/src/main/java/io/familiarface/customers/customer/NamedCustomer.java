package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the customer whom a body names, by our id or by the key of another system. */
@ApplicationScoped
public class NamedCustomer {
  private final Customers customers;

  NamedCustomer(Customers customers) {
    this.customers = customers;
  }

  /**
   * The customer named by one of two fields; empty when neither is given.
   *
   * @param field the name of the first field, such as {@code customerId}; the second is called the
   *     same, but for {@code ExternalId} at its end
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when both are given, 422 when there is
   *     no such customer
   */
  public Optional<UUID> find(UUID id, String externalId, String field) {
    String other = "/" + field.substring(0, field.length() - "Id".length()) + "ExternalId";
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          other, "Give " + field + " or " + other.substring(1) + ", not both.");
    }
    if (id == null && externalId == null) {
      return Optional.empty();
    }
    Ref ref = new Ref(Optional.ofNullable(id), Optional.ofNullable(externalId));
    return Optional.of(
        customers
            .findId(ref)
            .orElseThrow(
                () ->
                    CustomersProblem.UNKNOWN_CUSTOMER.at(
                        id == null ? other : "/" + field,
                        "There is no customer " + ref + ". Add them first.")));
  }

  /** As {@link #find}, for a customer who must be named. */
  public UUID require(UUID id, String externalId, String field) {
    return find(id, externalId, field)
        .orElseThrow(
            () -> CommonProblem.INVALID_REQUEST.at("/" + field, "Say which customer is meant."));
  }
}
