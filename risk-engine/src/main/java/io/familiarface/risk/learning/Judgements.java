package io.familiarface.risk.learning;

import java.util.ArrayList;
import java.util.List;

/** Everything that was predicted at the origins of a back-test, with what came of it. */
final class Judgements {

  /**
   * @param customer a number that stays the same over the origins
   * @param days until she left, or until the history ends
   * @param left whether she left at all in that time
   */
  record Judgement(
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

  private final List<Judgement> all = new ArrayList<>();
  private final int horizonDays;

  Judgements(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  int horizonDays() {
    return horizonDays;
  }

  void add(Judgement judgement) {
    all.add(judgement);
  }

  List<Judgement> all() {
    return all;
  }

  List<Judgement> of(int origin) {
    return all.stream().filter(one -> one.origin == origin).toList();
  }

  double[] probabilities() {
    return all.stream().mapToDouble(Judgement::probability).toArray();
  }

  double[] changesEver() {
    return all.stream().mapToDouble(Judgement::changesEver).toArray();
  }

  double[] changesRecently() {
    return all.stream().mapToDouble(Judgement::changesRecently).toArray();
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
    return all.stream().mapToInt(Judgement::customer).toArray();
  }
}
