package io.familiarface.customers.conduct;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Written down once and never changed. */
@Entity
class ConductEntry {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  ConductKind kind;

  String text;
  Instant at;
  String by;

  protected ConductEntry() {}

  static ConductEntry create(UUID customerId, NewConductEntry details, String caller, Instant at) {
    var entry = new ConductEntry();
    entry.id = Ids.next();
    entry.externalId = details.externalId();
    entry.customerId = customerId;
    entry.kind = details.kind();
    entry.text = details.text().strip();
    entry.at = Instants.toMicros(at);
    entry.by = details.by() == null ? caller : details.by();
    return entry;
  }
}
