package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerErased;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cancellations on record, keyed by their agreements. */
@ApplicationScoped
class Cancellations implements PanacheRepositoryBase<Cancellation, UUID> {
  private final Agreements agreements;

  Cancellations(Agreements agreements) {
    this.agreements = agreements;
  }

  Map<UUID, Cancellation> of(Collection<UUID> agreementIds) {
    return list("agreementId in ?1", agreementIds).stream()
        .collect(Collectors.toMap(cancellation -> cancellation.agreementId, Function.identity()));
  }

  /** What was said and written goes with the person; that it ended stays. */
  void deleteWords(@Observes CustomerErased event) {
    list(
            "agreementId in ?1",
            agreements.ofCustomer(event.customerId()).stream().map(Agreement::id).toList())
        .forEach(
            cancellation -> {
              cancellation.words = null;
              cancellation.letter = null;
            });
  }
}
