package io.familiarface.feedback.backtest;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.model.EngineConfiguration;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.backtest.BackTest;
import io.familiarface.risk.learning.ObservationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Completes what was asked, and refuses what the company's history cannot answer. */
@ApplicationScoped
class BackTestPeriod {
  private static final int USUAL_ORIGINS = 12;
  private static final Duration USUAL_LENGTH = Duration.ofDays(730);

  private final Signals signals;
  private final EngineConfiguration configuration;
  private final Clock clock;

  BackTestPeriod(Signals signals, EngineConfiguration configuration, Clock clock) {
    this.signals = signals;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Without {@code to} up to the end of what is known; without {@code from} two years of it, if
   * known.
   */
  BackTestQuestion complete(Instant from, Instant to, Integer origins) {
    Instant now = clock.instant();
    requireSense(from, to, origins, now);
    ObservationPeriod known =
        known(now)
            .orElseThrow(
                () ->
                    FeedbackProblem.BACK_TEST_REFUSED.because(
                        "There is no history yet; import visits and cancellations first."));
    Instant until = to != null ? to : known.last();
    Instant since = from != null ? from : later(known.first(), until.minus(USUAL_LENGTH));
    requireKnown(since, until, known);
    return new BackTestQuestion(since, until, origins == null ? USUAL_ORIGINS : origins);
  }

  private static void requireSense(Instant from, Instant to, Integer origins, Instant now) {
    if (origins != null && (origins < 1 || origins > BackTest.MOST_ORIGINS)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?origins", "origins is a whole number from 1 to " + BackTest.MOST_ORIGINS + ".");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw CommonProblem.INVALID_REQUEST.at("?from", "from lies before to.");
    }
    if (from != null && from.isAfter(now)) {
      throw CommonProblem.INVALID_REQUEST.at("?from", "from is an instant in the past.");
    }
    if (Instants.isFuture(to, now)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?to", "to is an instant in the past: nobody knows yet who will have left.");
    }
  }

  private void requireKnown(Instant from, Instant to, ObservationPeriod known) {
    if (!known.holds(from, to)) {
      throw FeedbackProblem.BACK_TEST_REFUSED.because(
          "The history goes from %s to %s; choose a time within it."
              .formatted(seconds(known.first()), seconds(known.last())));
    }
    int horizon = configuration.settings().horizonDays();
    if (from.isAfter(to.minus(Duration.ofDays(horizon)))) {
      throw FeedbackProblem.BACK_TEST_REFUSED.because(
          ("Between %s and %s lie fewer than %d days, so it is not known yet who left within %d"
                  + " days; choose a longer time.")
              .formatted(seconds(from), seconds(to), horizon, horizon));
    }
  }

  private Optional<ObservationPeriod> known(Instant now) {
    return signals.span(now).map(span -> new ObservationPeriod(span.first(), span.last()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
