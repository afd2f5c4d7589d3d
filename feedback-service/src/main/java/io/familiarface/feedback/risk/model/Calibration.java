package io.familiarface.feedback.risk.model;

/** A last correction on the log-odds of the probability: a + b · logit(p). */
public record Calibration(double intercept, double slope) {

  public static Calibration none() {
    return new Calibration(0, 1);
  }

  public double of(double probability) {
    if (probability <= 0 || probability >= 1 || intercept == 0 && slope == 1) {
      return probability;
    }
    return Logistic.of(intercept + slope * Logistic.logit(probability));
  }
}
