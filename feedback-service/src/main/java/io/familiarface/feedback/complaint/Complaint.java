package io.familiarface.feedback.complaint;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A customer complains. */
@Entity
class Complaint {
  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;

  /** As the details have it, for lists to be found by. */
  @Enumerated(EnumType.STRING)
  ComplaintState state;

  @Embedded ComplaintDetails details;
  String recordedBy;
  Instant recordedAt;

  protected Complaint() {}

  static Complaint create(
      String externalId, UUID customerId, ComplaintDetails details, String by, Instant now) {
    Complaint complaint = new Complaint();
    complaint.id = Ids.next();
    complaint.version = 1;
    complaint.externalId = externalId;
    complaint.customerId = customerId;
    complaint.details = details;
    complaint.state = details.state();
    complaint.recordedBy = by;
    complaint.recordedAt = Instants.toMicros(now);
    return complaint;
  }

  /** Says whether that changed anything. */
  boolean update(ComplaintDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    state = to.state();
    return changed;
  }
}
