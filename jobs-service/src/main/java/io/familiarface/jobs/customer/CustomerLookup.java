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
  private final CompanyCalendar calendar;

  CustomerLookup(CustomerCopies copies, Neighbours neighbours, CompanyCalendar calendar) {
    this.copies = copies;
    this.service =
        neighbours.lookup(
            "customers", "customers", CustomerRef.class, JobsProblem.CUSTOMERS_UNREACHABLE);
    this.calendar = calendar;
  }

  /** The customer a request body points at; runs in the caller's transaction. */
  public CustomerRef referred(Reference reference) {
    Optional<CustomerRef> known =
        reference.id() != null
            ? copies.refById(reference.id())
            : Optional.ofNullable(
                copies
                    .refsByExternalIds(List.of(reference.externalId()))
                    .get(reference.externalId()));
    return known.orElseGet(() -> fetch(reference));
  }

  /** Those of the given external ids that our copy knows, in one query. */
  public Map<String, CustomerRef> known(Collection<String> externalIds) {
    return externalIds.isEmpty() ? Map.of() : copies.refsByExternalIds(externalIds);
  }

  private CustomerRef fetch(Reference reference) {
    CustomerRef found =
        (reference.id() != null
                ? service.byId(reference.id())
                : service.byExternalId(reference.externalId()))
            .orElseThrow(() -> unknown(reference));
    copies.storeRef(found, calendar.now());
    return found;
  }

  private static RuntimeException unknown(Reference reference) {
    return JobsProblem.UNKNOWN_CUSTOMER.because(
        "There is no customer %s. Create or import the customer first.".formatted(reference));
  }
}
