package io.familiarface.risk.learning;

import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.VisitCompleted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** A history that cannot have been so; such customers are left out of learning, and named. */
public record Contradiction(UUID customerId, String problem) {

  public static Optional<Contradiction> in(CustomerHistory history) {
    var started = new HashMap<UUID, Instant>();
    var cancelled = new HashMap<UUID, Instant>();
    for (var signal : history.signals()) {
      if (signal instanceof AgreementStarted start) {
        started.put(start.agreementId(), start.at());
      } else if (signal instanceof AgreementCancelled cancel) {
        cancelled.put(cancel.agreementId(), cancel.at());
      }
    }
    for (var end : cancelled.entrySet()) {
      var start = started.get(end.getKey());
      if (start != null && end.getValue().isBefore(start)) {
        return problem(
            history, "Agreement %s was cancelled before it started.".formatted(end.getKey()));
      }
    }
    for (var signal : history.signals()) {
      if (signal instanceof VisitCompleted visit) {
        var end = cancelled.get(visit.agreementId());
        if (end != null && visit.at().isAfter(end)) {
          return problem(
              history,
              "Visit %s took place after its agreement was cancelled.".formatted(visit.visitId()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Contradiction> problem(CustomerHistory history, String words) {
    return Optional.of(new Contradiction(history.customerId(), words));
  }
}
