package io.familiarface.jobs;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/**
 * Entities by what another system calls them. One array, however many they are: a list of
 * parameters would be another statement for each number of them, made and planned anew.
 */
public final class NamedRows {
  private NamedRows() {}

  /** Those that exist, held by the session; the table is called as the entity. */
  @SuppressWarnings("unchecked")
  public static <E> List<E> of(
      EntityManager entities, Class<E> type, Collection<String> externalIds) {
    return entities
        .createNativeQuery(
            "select * from %s where external_id = any(:keys)".formatted(type.getSimpleName()), type)
        .setParameter("keys", externalIds.toArray(String[]::new))
        .getResultList();
  }
}
