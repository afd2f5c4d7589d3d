package io.familiarface.jobs.cancellation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The end of an agreement, in the customer's own words. */
@Entity
class Cancellation {
  @Id private UUID agreementId;
  private Instant cancelledAt;

  @Enumerated(EnumType.STRING)
  private CancellationReason reason;

  private String words;
  private String recordedBy;
  private Instant recordedAt;
  @Version private Long version;

  protected Cancellation() {}

  Cancellation(
      UUID agreementId,
      Instant cancelledAt,
      CancellationReason reason,
      String words,
      String recordedBy,
      Instant recordedAt) {
    this.agreementId = agreementId;
    this.cancelledAt = cancelledAt;
    this.reason = reason;
    this.words = words;
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  boolean says(Instant at, CancellationReason because, String inWords) {
    return cancelledAt.equals(at) && reason == because && Objects.equals(words, inWords);
  }

  void correct(Instant at, CancellationReason because, String inWords) {
    cancelledAt = at;
    reason = because;
    words = inWords;
  }

  UUID agreementId() {
    return agreementId;
  }

  Instant cancelledAt() {
    return cancelledAt;
  }

  CancellationReason reason() {
    return reason;
  }

  String words() {
    return words;
  }

  String recordedBy() {
    return recordedBy;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
