package io.familiarface.customers.visit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our copy of the visits. */
@ApplicationScoped
class VisitCopies implements PanacheRepositoryBase<VisitCopy, UUID> {
  Map<UUID, VisitCopy> byId(Collection<UUID> ids) {
    return stream("id in ?1", ids)
        .collect(Collectors.toMap(visit -> visit.id, Function.identity()));
  }

  /** The completed visits of an agreement in order of time. */
  List<VisitCopy> completedOf(UUID agreementId) {
    return list(
        "agreementId = ?1 and state = ?2 order by completedAt, id",
        agreementId,
        VisitState.COMPLETED);
  }

  List<UUID> customers() {
    return getEntityManager()
        .createQuery("select distinct customerId from VisitCopy", UUID.class)
        .getResultList();
  }
}
