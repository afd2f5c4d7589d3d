package io.familiarface.feedback.continuity;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.words.Words;
import io.familiarface.risk.signal.VisitCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody asks how many faces a customer has seen. */
@ApplicationScoped
class ReadingContinuity {
  private final Signals signals;
  private final Words words;
  private final Clock clock;

  ReadingContinuity(Signals signals, Words words, Clock clock) {
    this.signals = signals;
    this.words = words;
    this.clock = clock;
  }

  CustomerContinuityView of(UUID customer, Window window) {
    Instant now = clock.instant();
    Instant from = window.before(now, words.zone());
    List<VisitCompleted> visits =
        signals.until(now, customer).stream()
            .filter(VisitCompleted.class::isInstance)
            .map(VisitCompleted.class::cast)
            .filter(visit -> visit.at().isAfter(from))
            .toList();
    return CustomerContinuityView.of(customer, window, from, now, visits, words.now());
  }
}
