package io.familiarface.risk.learning;

import io.familiarface.risk.RiskSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.state.Micros;
import java.time.Instant;
import java.util.List;

/** From histories that end at an instant to a model that knows nothing later. */
final class Learner {

  private final RiskModel prior;
  private final RiskSettings settings;
  private final Trainer trainer;

  Learner(RiskModel prior, RiskSettings settings) {
    this.prior = prior;
    this.settings = settings;
    trainer = new Trainer(prior, settings.findings().answerWithinDays());
  }

  /** A model with what it says of technician changes. */
  record Learned(RiskModel model, EffectOfChanges effect) {}

  /**
   * @param histories nothing in them is later than {@code until}
   */
  Choices choose(List<CustomerHistory> histories, Instant until, Progress progress) {
    return new ChoosingByValidation(trainer, progress)
        .choose(histories, startingChoices(), Micros.of(until));
  }

  /** The prior's own half-lives, and its deviations taken at their word. */
  Choices startingChoices() {
    return new Choices(prior.halfLives(), 1);
  }

  Learned learn(List<CustomerHistory> histories, Choices choices, Instant until, String version) {
    var rows = trainer.rows(histories, choices.halfLives());
    var use = rows.rows(Long.MIN_VALUE, Micros.of(until));
    var fitted = trainer.coefficients(rows, use, choices.penalty());
    var expectations = new LearningExpectations(prior.expectations()).from(histories);
    var model =
        trainer.model(version, until, fitted.mean(), choices.halfLives(), rows, use, expectations);
    return new Learned(
        new Calibrating(settings).calibrate(model, histories, Micros.of(until)),
        EffectOfChanges.of(trainer.withSecondChanges(rows, use, fitted), expectations, histories));
  }
}
