package io.familiarface.feedback.risk.model;

/**
 * A last correction of the probability on its log-odds: a + b·z + c·z², where z is how far they lie
 * from those of {@value #CENTRE}. Where the curve would turn, it is held, so that a higher
 * probability never becomes a lower one.
 */
public record Calibration(double intercept, double slope, double bend) {

  private static final double CENTRE = 0.05;
  private static final double CENTRE_LOGIT = Logistic.logit(CENTRE);

  public Calibration {
    if (!(slope > 0)) {
      throw new IllegalArgumentException("the slope of a calibration must be positive");
    }
  }

  public static Calibration none() {
    return new Calibration(CENTRE_LOGIT, 1, 0);
  }

  /** How far the log-odds of a probability lie from the centre. */
  public static double fromCentre(double probability) {
    return Logistic.logit(probability) - CENTRE_LOGIT;
  }

  public double of(double probability) {
    if (probability <= 0 || probability >= 1 || equals(none())) {
      return probability;
    }
    var z = fromCentre(probability);
    if (bend != 0) {
      var turn = -slope / (2 * bend);
      z = bend < 0 ? Math.min(z, turn) : Math.max(z, turn);
    }
    return Logistic.of(intercept + slope * z + bend * z * z);
  }
}
