package io.familiarface.jobs.calendar;

import io.familiarface.jobs.LinkKey;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** By which the visits of one technician or one customer can be subscribed to without a login. */
@Entity
class CalendarLink {
  @Id UUID id;
  String externalId;
  UUID technicianId;
  UUID customerId;
  String keyHash;
  Instant createdAt;
  String createdBy;

  @Version long version;

  protected CalendarLink() {}

  static CalendarLink create(
      String externalId, UUID technicianId, UUID customerId, LinkKey key, Instant at, String by) {
    CalendarLink link = new CalendarLink();
    link.id = Ids.next();
    link.externalId = externalId;
    link.technicianId = technicianId;
    link.customerId = customerId;
    link.keyHash = key.hash();
    link.createdAt = Instants.toMicros(at);
    link.createdBy = by;
    return link;
  }
}
