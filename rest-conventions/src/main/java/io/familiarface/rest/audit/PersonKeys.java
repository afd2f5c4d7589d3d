package io.familiarface.rest.audit;

import java.util.Optional;
import java.util.UUID;

/** Whom another system calls by a key of its own, as far as this service knows. */
public interface PersonKeys {
  Optional<UUID> personWithKey(String externalId);
}
