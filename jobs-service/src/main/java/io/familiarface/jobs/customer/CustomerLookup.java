package io.familiarface.jobs.customer;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which customers exist: by our copy, or else by asking customers-service. */
@ApplicationScoped
public class CustomerLookup {
  private final CustomerCopies copies;
  private final NeighbourLookup<CustomerRef> service;

  CustomerLookup(CustomerCopies copies, Neighbours neighbours, CompanyCalendar calendar) {
    this.copies = copies;
    this.service =
        neighbours
            .lookup("customers", "customers", CustomerRef.class, JobsProblem.CUSTOMERS_UNREACHABLE)
            .whenFound(found -> copies.storeRefs(found, calendar.now()));
  }

  /**
   * The customer a request body points at, who is neither merged nor erased until the transaction
   * ends. Whom our copy doesn't know, customers-service is asked for outside of the transaction,
   * and our copy remembers them until the feed brings the rest.
   */
  public CustomerRef referred(Reference reference) {
    Optional<CustomerRef> known =
        reference.id() != null
            ? copies.holdById(reference.id())
            : Optional.ofNullable(
                copies
                    .holdByExternalIds(List.of(reference.externalId()))
                    .get(reference.externalId()));
    return known
        .or(
            () ->
                (reference.id() != null
                        ? service.byId(reference.id())
                        : service.byExternalId(reference.externalId()))
                    .flatMap(found -> copies.holdById(found.id())))
        .orElseThrow(() -> unknown(reference.toString()));
  }

  /** As {@link #referred}, those of the given external ids that our copy knows. */
  public Map<String, CustomerRef> known(Collection<String> externalIds) {
    return externalIds.isEmpty() ? Map.of() : copies.holdByExternalIds(externalIds);
  }

  /**
   * Asks customers-service for those of the given external ids that our copy doesn't know, which it
   * then remembers. To be called outside of any transaction, which would hold a connection.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when it can't be asked
   */
  public void learn(Collection<String> externalIds) {
    if (!externalIds.isEmpty()) {
      Map<String, CustomerRef> known = copies.refsByExternalIds(externalIds);
      service.byExternalIds(externalIds.stream().filter(key -> !known.containsKey(key)).toList());
    }
  }

  /** The one refusal for a customer nobody has told us of. */
  public static RuntimeException unknown(String key) {
    return JobsProblem.UNKNOWN_CUSTOMER.because(
        "There is no customer %s. Create or import the customer first.".formatted(key));
  }
}
