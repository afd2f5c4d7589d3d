package io.familiarface.feedback.customer;

import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer as the feed {@code customers} tells it: the full present state, dated facts in it. A
 * word that a newer customers-service has invented is null here.
 */
record CustomerSnapshot(
    UUID id,
    String externalId,
    String name,
    String preferredName,
    String branch,
    String status,
    Instant createdAt,
    long revision,
    BurnedBefore burnedBefore,
    List<Promise> promises,
    List<Noted> moods,
    Instant lastInboundAt) {

  CustomerSnapshot {
    promises = promises == null ? List.of() : List.copyOf(promises);
    moods = moods == null ? List.of() : List.copyOf(moods);
  }

  CustomerCopy toCopy() {
    return new CustomerCopy(
        id,
        externalId,
        name,
        preferredName,
        branch,
        status == null ? "ACTIVE" : status,
        createdAt,
        lastInboundAt,
        revision);
  }

  record BurnedBefore(String what, Instant heardAt) {}

  record Promise(
      UUID id,
      PromiseKind kind,
      Instant madeAt,
      UUID technicianId,
      PromiseState state,
      Instant decidedAt,
      DecidedBy decidedBy,
      List<Breach> breaches) {
    Promise {
      breaches = breaches == null ? List.of() : List.copyOf(breaches);
    }
  }

  /** Where a promise stands. */
  enum PromiseState {
    STANDING,
    KEPT,
    BROKEN,
    RELEASED
  }

  record DecidedBy(String type, UUID id) {}

  record Breach(Instant at, UUID visitId) {}

  record Noted(UUID interactionId, Instant at, Mood mood) {}
}
