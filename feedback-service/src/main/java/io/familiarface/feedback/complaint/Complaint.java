package io.familiarface.feedback.complaint;

import io.familiarface.feedback.imports.CustomerRecord;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A customer complains. */
@Entity
class Complaint extends CustomerRecord {

  /** As the details have it, for lists to be found by. */
  @Enumerated(EnumType.STRING)
  ComplaintState state;

  @Embedded ComplaintDetails details;

  protected Complaint() {}

  Complaint(String externalId, UUID customerId, ComplaintDetails details, String by, Instant now) {
    super(externalId, customerId, by, now);
    this.details = details;
    this.state = details.state();
  }

  /** Says whether that changed anything. */
  boolean update(ComplaintDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    state = to.state();
    return changed;
  }
}
