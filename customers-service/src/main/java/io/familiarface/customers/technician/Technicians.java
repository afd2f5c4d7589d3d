package io.familiarface.customers.technician;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our copy of the technicians. */
@ApplicationScoped
public class Technicians {

  private final EntityManager entities;

  Technicians(EntityManager entities) {
    this.entities = entities;
  }

  /** The technicians with these ids, as far as they are known yet. */
  public Map<UUID, Technician> byId(Collection<UUID> ids) {
    return entities
        .createQuery("from TechnicianCopy t where t.id in :ids", TechnicianCopy.class)
        .setParameter("ids", ids)
        .getResultStream()
        .map(TechnicianCopy::view)
        .collect(Collectors.toMap(Technician::id, Function.identity()));
  }

  Optional<Technician> find(UUID id) {
    return Optional.ofNullable(entities.find(TechnicianCopy.class, id)).map(TechnicianCopy::view);
  }

  Optional<Technician> find(String externalId) {
    return entities
        .createQuery("from TechnicianCopy t where t.externalId = :key", TechnicianCopy.class)
        .setParameter("key", externalId)
        .getResultStream()
        .findFirst()
        .map(TechnicianCopy::view);
  }

  void learn(TechnicianEvent event) {
    TechnicianCopy known = entities.find(TechnicianCopy.class, event.id());
    if (known == null) {
      known = new TechnicianCopy(event.id());
      known.become(event);
      entities.persist(known);
    } else if (known.revision < event.revision()) {
      known.become(event);
    }
  }

  void forget(UUID id) {
    Optional.ofNullable(entities.find(TechnicianCopy.class, id)).ifPresent(entities::remove);
  }
}
