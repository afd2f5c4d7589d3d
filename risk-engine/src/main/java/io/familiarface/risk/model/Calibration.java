package io.familiarface.risk.model;

/**
 * A last correction of the probability on its log-odds: a + b·z + c·w², where z is how far they lie
 * from those of {@value #CENTRE}, and w is z held within {@value #REACH} of it. It never turns a
 * higher probability into a lower one.
 */
public record Calibration(double intercept, double slope, double bend) {

  /** How far from the centre the correction is a curve; beyond, it is a straight line. */
  public static final double REACH = 2.5;

  private static final double CENTRE = 0.05;
  private static final double CENTRE_LOGIT = Logistic.logit(CENTRE);
  private static final Calibration NONE = new Calibration(CENTRE_LOGIT, 1, 0);

  public Calibration {
    if (!rises(slope, bend)) {
      throw new IllegalArgumentException("a calibration must rise everywhere");
    }
  }

  public static Calibration none() {
    return NONE;
  }

  /** Whether a curve with these numbers rises everywhere. */
  public static boolean rises(double slope, double bend) {
    return slope > 2 * REACH * Math.abs(bend);
  }

  /** How far the log-odds of a probability lie from the centre. */
  public static double fromCentre(double probability) {
    return Logistic.logit(probability) - CENTRE_LOGIT;
  }

  /** The square that the bend is multiplied with. */
  public static double squared(double fromCentre) {
    var held = Math.max(-REACH, Math.min(REACH, fromCentre));
    return held * held;
  }

  public double of(double probability) {
    if (probability <= 0 || probability >= 1 || equals(NONE)) {
      return probability;
    }
    var z = fromCentre(probability);
    return Logistic.of(intercept + slope * z + bend * squared(z));
  }
}
