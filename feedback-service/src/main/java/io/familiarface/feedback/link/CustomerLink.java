package io.familiarface.feedback.link;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A customer's own way in, without a login. */
@Entity
class CustomerLink {
  @Id UUID id;
  @Version long version;
  String externalId;
  byte[] tokenHash;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  LinkPurpose purpose;

  /** What its form asks for by one tap. */
  @Enumerated(EnumType.STRING)
  LinkQuestion question;

  UUID complaintId;
  UUID visitId;
  UUID projectId;

  /** The number of the step of that project. */
  Integer projectStep;

  /** What was said through it; null for nothing. */
  UUID feedbackId;

  Instant createdAt;
  String createdBy;
  Instant expiresAt;
  Instant revokedAt;

  /** When something was said through it last. */
  Instant usedAt;

  protected CustomerLink() {}

  static CustomerLink create(
      String token, UUID customer, LinkPurpose purpose, Instant now, Duration valid, String by) {
    CustomerLink link = new CustomerLink();
    link.id = Ids.next();
    link.version = 1;
    link.tokenHash = Token.hash(token);
    link.customerId = customer;
    link.purpose = purpose;
    link.question = LinkQuestion.CSAT;
    link.createdAt = Instants.toMicros(now);
    link.createdBy = by;
    link.expiresAt = link.createdAt.plus(valid);
    return link;
  }

  boolean isGood(Instant now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }

  /** Says whether that changed anything. */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = Instants.toMicros(now);
    return true;
  }

  void use(Instant now) {
    usedAt = Instants.toMicros(now);
  }
}
