package io.familiarface.customers.promise;

import io.familiarface.customers.keeping.Breach;
import io.familiarface.customers.keeping.PromiseState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A promise as others see it.
 *
 * @param decidedBy null while it stands
 */
public record PromiseView(
    UUID id,
    String externalId,
    UUID customerId,
    PromiseKind kind,
    String text,
    String madeBy,
    Instant madeAt,
    UUID technicianId,
    Instant validUntil,
    PromiseState state,
    Instant decidedAt,
    DecidedBy decidedBy,
    List<Breach> breaches) {

  /**
   * What decided a promise.
   *
   * @param type {@code visit}, {@code person}, or {@code time} when it simply came to its end
   * @param id of the visit
   * @param name of the person
   * @param reason in the person's words
   */
  public record DecidedBy(String type, UUID id, String name, String reason) {}

  static PromiseView from(Promise promise) {
    return new PromiseView(
        promise.id,
        promise.externalId,
        promise.customerId,
        promise.kind,
        promise.text,
        promise.madeBy,
        promise.madeAt,
        promise.technicianId,
        promise.validUntil,
        promise.state,
        promise.decidedAt,
        decidedBy(promise),
        promise.decision().breaches());
  }

  private static DecidedBy decidedBy(Promise promise) {
    if (promise.state == PromiseState.STANDING) {
      return null;
    }
    if (promise.decidedByVisit != null) {
      return new DecidedBy("visit", promise.decidedByVisit, null, null);
    }
    return promise.verdict == null
        ? new DecidedBy("time", null, null, null)
        : new DecidedBy("person", null, promise.verdictBy, promise.verdictReason);
  }
}
