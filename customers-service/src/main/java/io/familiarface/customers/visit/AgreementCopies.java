package io.familiarface.customers.visit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our copy of the agreements. */
@ApplicationScoped
class AgreementCopies implements PanacheRepositoryBase<AgreementCopy, UUID> {
  Map<UUID, AgreementCopy> byId(Collection<UUID> ids) {
    return stream("id in ?1", ids)
        .collect(Collectors.toMap(agreement -> agreement.id, Function.identity()));
  }

  List<UUID> customers() {
    return getEntityManager()
        .createQuery("select distinct customerId from AgreementCopy", UUID.class)
        .getResultList();
  }
}
