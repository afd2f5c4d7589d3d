package io.familiarface.risk.backtest;

import java.util.ArrayList;
import java.util.List;

/** Everything that was predicted at the origins of a back-test, with what came of it. */
final class OriginPredictions {

  /**
   * @param customer a number that stays the same over the origins
   * @param days until they left, or until the history ends
   * @param left whether they left at all in that time
   */
  record OriginPrediction(
      int origin,
      int customer,
      double probability,
      double rateThen,
      int changesEver,
      int changesRecently,
      double days,
      boolean left) {

    boolean leftWithin(int horizon) {
      return left && days <= horizon;
    }
  }

  private final List<OriginPrediction> all = new ArrayList<>();
  private final int horizonDays;

  OriginPredictions(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  int horizonDays() {
    return horizonDays;
  }

  void add(OriginPrediction judgement) {
    all.add(judgement);
  }

  List<OriginPrediction> all() {
    return all;
  }

  List<OriginPrediction> of(int origin) {
    return all.stream().filter(one -> one.origin == origin).toList();
  }

  double[] probabilities() {
    return all.stream().mapToDouble(OriginPrediction::probability).toArray();
  }

  double[] changesEver() {
    return all.stream().mapToDouble(OriginPrediction::changesEver).toArray();
  }

  double[] changesRecently() {
    return all.stream().mapToDouble(OriginPrediction::changesRecently).toArray();
  }

  boolean[] outcomes() {
    return outcomes(horizonDays);
  }

  boolean[] outcomes(int withinDays) {
    var outcomes = new boolean[all.size()];
    for (var i = 0; i < outcomes.length; i++) {
      outcomes[i] = all.get(i).leftWithin(withinDays);
    }
    return outcomes;
  }

  int[] customers() {
    return all.stream().mapToInt(OriginPrediction::customer).toArray();
  }
}
