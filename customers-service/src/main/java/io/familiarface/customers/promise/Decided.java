package io.familiarface.customers.promise;

import io.familiarface.customers.decision.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A promise that is decided otherwise than before. */
record Decided(Promises.Row before, Decision after) {

  record BreachOf(UUID promiseId, int ordinal, Instant at, UUID visitId) {}

  UUID id() {
    return before.id();
  }

  UUID customerId() {
    return before.customerId();
  }

  PromiseView now() {
    return before.decided(after).view();
  }

  Stream<BreachOf> breaches() {
    var all = after.breaches();
    return IntStream.range(0, all.size())
        .mapToObj(n -> new BreachOf(id(), n, all.get(n).at(), all.get(n).visitId()));
  }

  /** When the latest of it happened, in business time. */
  Instant newestDate() {
    return Stream.concat(
            Stream.of(after.decidedAt() == null ? before.madeAt() : after.decidedAt()),
            after.breaches().stream().map(breach -> breach.at()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
