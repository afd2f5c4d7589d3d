package io.familiarface.feedback.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.calculation.Calculation;
import io.familiarface.feedback.calculation.Calculation.Kind;
import io.familiarface.feedback.calculation.Calculation.State;
import io.familiarface.feedback.calculation.CalculationResult;
import io.familiarface.feedback.calculation.Calculations;
import io.familiarface.feedback.followup.FollowUps;
import io.familiarface.feedback.model.EngineConfiguration;
import io.familiarface.feedback.training.HistoryReader;
import io.familiarface.risk.backtest.BackTest;
import io.familiarface.risk.backtest.BackTestRefused;
import io.familiarface.risk.backtest.BackTestReport;
import io.familiarface.risk.backtest.Calls;
import io.familiarface.risk.learning.ProgressListener;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Looks back at what the engine would have been worth. */
@ApplicationScoped
class BackTests {
  /** The same question asked again soon is answered by the same report. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final int LOOKED_THROUGH = 20;
  private static final double READ = 0.2;

  private final Calculations calculations;
  private final HistoryReader reading;
  private final FollowUps followUps;
  private final EngineConfiguration configuration;
  private final ObjectMapper json;
  private final Clock clock;

  BackTests(
      Calculations calculations,
      HistoryReader reading,
      FollowUps followUps,
      EngineConfiguration configuration,
      ObjectMapper json,
      Clock clock) {
    this.calculations = calculations;
    this.reading = reading;
    this.followUps = followUps;
    this.configuration = configuration;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The one for this question: a new one, one that runs, or one that ended just now.
   *
   * @return empty while one for another question runs
   */
  Optional<Calculation> findOrStart(BackTestQuestion question, String askedBy) {
    Optional<Calculation> known = known(question);
    if (known.isPresent()) {
      return known;
    }
    return calculations
        .start(Kind.BACK_TEST, question, askedBy, null, progress -> run(question, progress))
        .flatMap(this::byId)
        .or(() -> known(question));
  }

  Optional<Calculation> byId(UUID id) {
    return calculations.byId(id, Kind.BACK_TEST);
  }

  /** The one that was asked for last. */
  Optional<Calculation> newest() {
    return calculations.newest(Kind.BACK_TEST, 1).stream().findFirst();
  }

  /** Completes when it ends; empty when it does not run here. */
  Optional<CompletableFuture<Void>> end(Calculation one) {
    return calculations.end(one.id());
  }

  BackTestQuestion question(Calculation one) {
    return read(one.question(), BackTestQuestion.class);
  }

  BackTestReport report(Calculation one) {
    return read(one.result(), BackTestReport.class);
  }

  private Optional<Calculation> known(BackTestQuestion question) {
    Instant since = clock.instant().minus(GOOD_FOR);
    return calculations.newest(Kind.BACK_TEST, LOOKED_THROUGH).stream()
        .filter(one -> one.state() != State.FAILED)
        .filter(one -> one.endedAt() == null || one.endedAt().isAfter(since))
        .filter(one -> question(one).equals(question))
        .findFirst();
  }

  private CalculationResult run(BackTestQuestion question, ProgressListener progress) {
    HistoryReader.Read read = reading.until(question.to(), progress.between(0, READ));
    try {
      BackTestReport report =
          new BackTest(configuration.prior(), configuration.settings())
              .run(
                  read.histories(),
                  new Calls(
                      QuarkusTransaction.requiringNew()
                          .call(() -> followUps.reached(question.to()))),
                  question.from(),
                  question.to(),
                  question.origins(),
                  progress.between(READ, 1));
      return CalculationResult.of(State.DONE, report.verdict() + read.remark(), report);
    } catch (BackTestRefused e) {
      return CalculationResult.of(State.FAILED, e.getMessage(), null);
    }
  }

  private <T> T read(String document, Class<T> type) {
    try {
      return json.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored back-test cannot be read", e);
    }
  }
}
