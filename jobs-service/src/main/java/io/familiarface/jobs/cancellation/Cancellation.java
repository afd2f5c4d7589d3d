package io.familiarface.jobs.cancellation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** The end of an agreement, in the customer's own words. */
@Entity
class Cancellation {
  @Id UUID agreementId;
  Instant cancelledAt;

  @Enumerated(EnumType.STRING)
  CancellationReason reason;

  String words;

  /** What the customer wrote, as they wrote it; null if they did not. */
  String letter;

  String recordedBy;
  Instant recordedAt;

  /** What the last line of an import said of it. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  @Version long version;

  protected Cancellation() {}

  static Cancellation create(
      UUID agreementId,
      Instant cancelledAt,
      CancellationReason reason,
      String words,
      String letter,
      String recordedBy,
      Instant recordedAt) {
    Cancellation cancellation = new Cancellation();
    cancellation.agreementId = agreementId;
    cancellation.update(cancelledAt, reason, words);
    cancellation.letter = letter;
    cancellation.recordedBy = recordedBy;
    cancellation.recordedAt = recordedAt;
    return cancellation;
  }

  boolean isSame(Instant at, CancellationReason because, String inWords) {
    return cancelledAt.equals(at) && reason == because && Objects.equals(words, inWords);
  }

  void update(Instant at, CancellationReason because, String inWords) {
    cancelledAt = at;
    reason = because;
    words = inWords;
  }
}
