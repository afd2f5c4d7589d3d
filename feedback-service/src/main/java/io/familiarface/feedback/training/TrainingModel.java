package io.familiarface.feedback.training;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.calculation.Calculation;
import io.familiarface.feedback.calculation.CalculationResult;
import io.familiarface.feedback.calculation.Calculations;
import io.familiarface.feedback.model.EngineConfiguration;
import io.familiarface.feedback.model.RiskModels;
import io.familiarface.feedback.model.StoredModel;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.learning.Training;
import io.familiarface.risk.learning.TrainingResult;
import io.familiarface.risk.metrics.PredictionQuality;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Learns from the company's own history, and promotes what does better out of time. */
@ApplicationScoped
class TrainingModel {
  private static final double READ = 0.2;
  private static final String ANOTHER_CHOSEN =
      "While it was learned another model was put in use in the place of %s, and stays. %s is on"
          + " record and can be put in use by hand.";

  private final Calculations calculations;
  private final HistoryReader reading;
  private final EngineConfiguration configuration;
  private final CurrentModel current;
  private final RiskModels models;
  private final ChoosingModel choosing;
  private final Clock clock;

  TrainingModel(
      Calculations calculations,
      HistoryReader reading,
      EngineConfiguration configuration,
      CurrentModel current,
      RiskModels models,
      ChoosingModel choosing,
      Clock clock) {
    this.calculations = calculations;
    this.reading = reading;
    this.configuration = configuration;
    this.current = current;
    this.models = models;
    this.choosing = choosing;
    this.clock = clock;
  }

  /** Starts one in the background, or says that one runs already. */
  TrainingView start(String by) {
    boolean started = startFor(by, null);
    if (!started) {
      throw FeedbackProblem.TRAINING_RUNNING.because(
          "One training runs at a time; GET /v1/risk/model/training says how far it is.");
    }
    return newest();
  }

  /**
   * @param slot the instant of the schedule for which one runs at most; null when somebody asked
   */
  boolean startFor(String by, Instant slot) {
    return calculations
        .start(Calculation.Kind.TRAINING, null, by, slot, progress -> train(by, progress))
        .isPresent();
  }

  TrainingView newest() {
    return calculations.newest(Calculation.Kind.TRAINING, 1).stream()
        .findFirst()
        .map(TrainingView::of)
        .orElseGet(TrainingView::neverRun);
  }

  private CalculationResult train(String by, ProgressListener progress) {
    Instant now = clock.instant();
    HistoryReader.Read read = reading.until(now, progress.between(0, READ));
    RiskEngine present = current.latest();
    TrainingResult result =
        new Training(configuration.prior(), present.settings())
            .train(
                read.histories(),
                present.model(),
                now,
                models.nextVersion(),
                progress.between(READ, 1));
    TrainingReport report = TrainingReport.of(result);
    String verdict = result.words() + seen(present, result.asOf()) + read.remark();
    if (result.verdict() != TrainingResult.Verdict.PROMOTED) {
      return CalculationResult.of(Calculation.State.KEPT, verdict, report);
    }
    String replaced = present.model().version();
    if (!current.latest().model().version().equals(replaced)) {
      return new CalculationResult(
          Calculation.State.KEPT,
          ANOTHER_CHOSEN.formatted(replaced, result.model().version()),
          report,
          () -> add(result, now),
          () -> {});
    }
    return new CalculationResult(
        Calculation.State.PROMOTED,
        verdict,
        report,
        () -> promote(replaced, result, now, by),
        choosing::assessEverybody);
  }

  private void promote(String replaced, TrainingResult result, Instant trainedAt, String by) {
    StoredModel learned = add(result, trainedAt);
    if (!choosing.replace(replaced, learned, by, "did better on the time held out")) {
      throw new IllegalStateException(ANOTHER_CHOSEN.formatted(replaced, result.model().version()));
    }
  }

  private StoredModel add(TrainingResult result, Instant trainedAt) {
    return models.add(
        result.model(),
        trainedAt,
        metrics(result.candidate()),
        result.thresholds().raiseFrom(),
        result.thresholds().clearBelow());
  }

  /** A model that was learned of late has seen some of what both are judged on. */
  private static String seen(RiskEngine present, Instant asOf) {
    Instant trained = present.model().trainedOn();
    int horizon = present.settings().horizonDays();
    if (trained == null || !trained.isAfter(asOf.minus(Duration.ofDays(horizon)))) {
      return "";
    }
    return " The model in use was learned so recently that it has seen part of the time held out,"
        + " which the new one has not: the comparison is fair "
        + horizon
        + " days after a promotion.";
  }

  private static Map<String, Double> metrics(PredictionQuality quality) {
    Map<String, Double> metrics = new HashMap<>();
    metrics.put("auc", quality.auc());
    metrics.put("brier", quality.brier());
    metrics.put("logLoss", quality.logLoss());
    metrics.put("topDecileLift", quality.topDecileLift());
    metrics.put("predictedRate", quality.predictedRate());
    metrics.put("observedRate", quality.observedRate());
    metrics.put("customers", (double) quality.customers());
    metrics.put("cancellations", (double) quality.cancellations());
    metrics.values().removeIf(value -> value == null);
    return metrics;
  }
}
