package io.familiarface.feedback.assessment;

import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.RiskSettings;
import io.familiarface.feedback.risk.model.RiskModel;
import jakarta.enterprise.context.ApplicationScoped;

/** The engine with the model in use: the documented priors until one learned from history is. */
@ApplicationScoped
public class CurrentModel {
  private volatile RiskEngine engine = new RiskEngine(RiskModel.prior(), RiskSettings.defaults());

  public RiskEngine engine() {
    return engine;
  }

  public String version() {
    return engine.model().version();
  }

  /** Puts another model in use; the states of customers are made anew as they are next touched. */
  public void use(RiskModel model) {
    engine = new RiskEngine(model, RiskSettings.defaults());
  }
}
