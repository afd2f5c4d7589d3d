package io.familiarface.feedback.recording;

import io.familiarface.rest.Ref;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where one kind of record of customers is kept. */
public interface CustomerRecords<E extends CustomerRecord> extends PanacheRepositoryBase<E, UUID> {

  default Optional<E> find(Ref ref) {
    return query(ref).firstResultOptional();
  }

  default PanacheQuery<E> query(Ref ref) {
    return ref.id()
        .map(id -> find("id", id))
        .orElseGet(() -> find("externalId", ref.externalId().orElseThrow()));
  }

  default boolean isTaken(String externalId) {
    return count("externalId", externalId) > 0;
  }

  /** Nobody else changes them until the transaction ends. */
  default List<E> lock(Collection<String> externalIds) {
    return find("externalId in ?1", Sort.by("id"), externalIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The words that were left with some of these, by id. */
  default Map<UUID, String> texts(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("id in ?1", ids).stream()
            .filter(one -> one.text() != null)
            .collect(Collectors.toMap(one -> one.id, CustomerRecord::text));
  }
}
