package io.familiarface.jobs.customer;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Knows which customers exist: by our copy, or else by asking customers-service. */
@ApplicationScoped
public class CustomerLookup {
  private static final Logger LOG = Logger.getLogger(CustomerLookup.class);

  private final CustomerCopies copies;
  private final CustomersApi api;
  private final CompanyCalendar calendar;

  CustomerLookup(CustomerCopies copies, @RestClient CustomersApi api, CompanyCalendar calendar) {
    this.copies = copies;
    this.api = api;
    this.calendar = calendar;
  }

  /** The customer a request body points at; runs in the caller's transaction. */
  public CustomerRef referred(Reference reference) {
    Optional<CustomerRef> known =
        reference.id() != null
            ? copies.refById(reference.id())
            : Optional.ofNullable(
                copies
                    .refsByExternalIds(java.util.List.of(reference.externalId()))
                    .get(reference.externalId()));
    return known.orElseGet(() -> fetch(reference));
  }

  /** Those of the given external ids that our copy knows, in one query. */
  public Map<String, CustomerRef> known(Collection<String> externalIds) {
    return externalIds.isEmpty() ? Map.of() : copies.refsByExternalIds(externalIds);
  }

  private CustomerRef fetch(Reference reference) {
    CustomerRef found =
        answer(
                () ->
                    reference.id() != null
                        ? Optional.of(api.byId(reference.id()))
                        : api.byExternalId(reference.externalId()).items().stream().findFirst())
            .map(customer -> new CustomerRef(customer.id(), customer.externalId()))
            .orElseThrow(() -> unknown(reference));
    copies.storeRef(found, calendar.now());
    return found;
  }

  private Optional<CustomersApi.Found> answer(Supplier<Optional<CustomersApi.Found>> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw unreachable(e);
    } catch (RuntimeException e) {
      throw unreachable(e);
    }
  }

  private static RuntimeException unknown(Reference reference) {
    return JobsProblem.UNKNOWN_CUSTOMER.because(
        "There is no customer %s. Create or import the customer first.".formatted(reference));
  }

  private static RuntimeException unreachable(Exception cause) {
    LOG.warnf("customers-service can't be asked: %s", cause.getMessage());
    return JobsProblem.CUSTOMERS_UNREACHABLE.because(
        "We don't know this customer yet, and customers-service can't be asked now. Try again in a minute.");
  }
}
