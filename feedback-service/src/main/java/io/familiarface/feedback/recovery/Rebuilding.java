package io.familiarface.feedback.recovery;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What followed on the remedy.
 *
 * @param deliveredAt null until the remedy is delivered
 * @param checkIns how often somebody has asked since, or tried to
 * @param unanswered how many of these, the last ones, reached nobody
 * @param silentSince when the first of those was; null where there is none
 */
@Embeddable
public record Rebuilding(Instant deliveredAt, int checkIns, int unanswered, Instant silentSince) {
  static final Rebuilding NOT_YET = begun(null);

  static Rebuilding begun(Instant deliveredAt) {
    return new Rebuilding(deliveredAt, 0, 0, null);
  }

  Rebuilding answered() {
    return new Rebuilding(deliveredAt, checkIns + 1, 0, null);
  }

  Rebuilding unanswered(Instant at) {
    return new Rebuilding(
        deliveredAt, checkIns + 1, unanswered + 1, silentSince == null ? at : silentSince);
  }

  Rebuilding heard() {
    return new Rebuilding(deliveredAt, checkIns, 0, null);
  }
}
