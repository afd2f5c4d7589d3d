package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.customer.CustomerForgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cancellations on record, keyed by their agreements. */
@ApplicationScoped
class Cancellations {
  private final EntityManager em;

  Cancellations(EntityManager em) {
    this.em = em;
  }

  Optional<Cancellation> of(UUID agreementId) {
    return Optional.ofNullable(em.find(Cancellation.class, agreementId));
  }

  Map<UUID, Cancellation> of(Collection<UUID> agreementIds) {
    return em.createQuery("from Cancellation where agreementId in :ids", Cancellation.class)
        .setParameter("ids", agreementIds)
        .getResultStream()
        .collect(Collectors.toMap(Cancellation::agreementId, Function.identity()));
  }

  void add(Cancellation cancellation) {
    em.persist(cancellation);
  }

  /** What was said goes with the person who said it; that it ended stays. */
  void forgetWords(@Observes CustomerForgotten event) {
    em.createNativeQuery(
            """
            update cancellation set words = null where agreement_id in
              (select id from agreement where customer_id = :customer)
            """)
        .setParameter("customer", event.customerId())
        .executeUpdate();
  }
}
