package io.familiarface.risk.model;

/** The logistic function and its inverse. */
public final class Logistic {

  private Logistic() {}

  public static double of(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  public static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
