package io.familiarface.customers.promise;

import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.PromiseState;
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
  public record DecidedBy(String type, UUID id, String name, String reason) {

    static DecidedBy of(
        PromiseState state, UUID visit, PromiseState verdict, String by, String reason) {
      if (state == PromiseState.STANDING) {
        return null;
      }
      if (visit != null) {
        return new DecidedBy("visit", visit, null, null);
      }
      return verdict == null
          ? new DecidedBy("time", null, null, null)
          : new DecidedBy("person", null, by, reason);
    }
  }

  static PromiseView of(Promise promise) {
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
        DecidedBy.of(
            promise.state,
            promise.decidedByVisit,
            promise.verdict,
            promise.verdictBy,
            promise.verdictReason),
        promise.decision().breaches());
  }
}
