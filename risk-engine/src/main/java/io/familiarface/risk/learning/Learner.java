package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.util.List;

/** From histories that end at an instant to a model that knows nothing later. */
public final class Learner {

  private final RiskModel prior;
  private final RiskEngineSettings settings;
  private final ModelFitter trainer;

  public Learner(RiskModel prior, RiskEngineSettings settings) {
    this.prior = prior;
    this.settings = settings;
    trainer = new ModelFitter(prior, settings.findings().answerWithinDays());
  }

  /** A model with what it says of technician changes. */
  public record Learned(RiskModel model, TechnicianChangeEffect effect) {}

  /**
   * @param histories nothing in them is later than {@code until}
   */
  public Hyperparameters choose(
      List<CustomerHistory> histories, Instant until, ProgressListener progress) {
    return new HyperparameterSearch(trainer, progress)
        .choose(histories, startingChoices(), EpochMicros.of(until));
  }

  /** The prior's own half-lives, and its deviations taken at their word. */
  public Hyperparameters startingChoices() {
    return new Hyperparameters(prior.halfLives(), 1);
  }

  public Learned learn(
      List<CustomerHistory> histories, Hyperparameters choices, Instant until, String version) {
    var rows = trainer.rows(histories, choices.halfLives());
    var use = rows.rows(Long.MIN_VALUE, EpochMicros.of(until));
    var fitted = trainer.coefficients(rows, use, choices.penalty());
    var expectations = new ExpectedRatesEstimator(prior.expectations()).from(histories);
    var model =
        trainer.model(version, until, fitted.mean(), choices.halfLives(), rows, use, expectations);
    return new Learned(
        new Calibrator(settings).calibrate(model, histories, EpochMicros.of(until)),
        TechnicianChangeEffect.of(
            trainer.withSecondChanges(rows, use, fitted), expectations, histories));
  }
}
