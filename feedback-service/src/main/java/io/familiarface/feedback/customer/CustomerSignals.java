package io.familiarface.feedback.customer;

import io.familiarface.risk.signal.BurnedBefore;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKept;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The dated signals within a customer's present state. */
final class CustomerSignals {
  private CustomerSignals() {}

  static List<Signal> of(CustomerSnapshot customer) {
    return Stream.of(
            burnedBefore(customer).stream(),
            customer.promises().stream().flatMap(CustomerSignals::promise),
            customer.moods().stream().flatMap(mood -> mood(mood).stream()))
        .flatMap(signals -> signals)
        .toList();
  }

  private static Optional<Signal> burnedBefore(CustomerSnapshot customer) {
    return Optional.ofNullable(customer.burnedBefore())
        .map(CustomerSnapshot.BurnedBefore::heardAt)
        .map(heardAt -> new BurnedBefore(customer.id(), heardAt));
  }

  private static Stream<Signal> promise(CustomerSnapshot.Promise promise) {
    PromiseKind kind = promise.kind() == null ? PromiseKind.OTHER : promise.kind();
    Stream<Signal> made =
        Stream.of(promise)
            .filter(told -> told.madeAt() != null)
            .map(told -> new PromiseMade(told.id(), kind, told.madeAt(), told.technicianId()));
    Stream<Signal> breaches =
        promise.breaches().stream()
            .filter(breach -> breach.at() != null)
            .map(breach -> new PromiseBroken(promise.id(), kind, breach.at(), breach.visitId()));
    return Stream.of(made, breaches, decision(promise, kind).stream()).flatMap(signals -> signals);
  }

  private static Optional<Signal> decision(CustomerSnapshot.Promise promise, PromiseKind kind) {
    Instant at = promise.decidedAt();
    if (at == null || promise.state() == null) {
      return Optional.empty();
    }
    return switch (promise.state()) {
      case KEPT -> Optional.of(new PromiseKept(promise.id(), at));
      case RELEASED -> Optional.of(new PromiseReleased(promise.id(), at, visit(promise)));
      case BROKEN ->
          promise.breaches().isEmpty()
              ? Optional.of(new PromiseBroken(promise.id(), kind, at, visit(promise)))
              : Optional.empty();
      case STANDING -> Optional.empty();
    };
  }

  private static UUID visit(CustomerSnapshot.Promise promise) {
    CustomerSnapshot.DecidedBy by = promise.decidedBy();
    return by != null && "visit".equalsIgnoreCase(by.type()) ? by.id() : null;
  }

  private static Optional<Signal> mood(CustomerSnapshot.Noted noted) {
    return Optional.ofNullable(noted.mood())
        .filter(mood -> noted.at() != null)
        .map(mood -> new MoodNoted(noted.interactionId(), noted.at(), mood));
  }
}
