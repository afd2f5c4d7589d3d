package io.familiarface.risk.model;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DecayingSignal;
import io.familiarface.risk.state.HalfLives;
import io.familiarface.risk.state.OpenCase;
import io.familiarface.risk.state.ReferenceKind;
import java.util.Arrays;
import java.util.List;

/** The features of a customer's agreement at an instant, from their state alone. */
public final class FeatureVector {

  /** The mark of a customer who has nothing to say either way. */
  static final double CONTENT = 4.2;

  static final double SETTLED_AFTER_DAYS = 90;
  private static final int SILENCES_THAT_COUNT = 4;

  static final Feature[] DECAYING =
      Arrays.stream(Feature.values())
          .filter(feature -> feature.signal() != null)
          .toArray(Feature[]::new);

  private FeatureVector() {}

  /**
   * @param track the agreement, or null for a customer who has none yet
   * @param graceDays how long a request for feedback may wait before it counts as unanswered
   * @param x where the values go, in the order of {@link Feature}
   */
  public static void at(
      CustomerState state,
      AgreementState track,
      long at,
      HalfLives halfLives,
      double graceDays,
      double[] x) {
    set(x, Feature.INTERCEPT, 1);
    decaying(state, at, halfLives, x);
    var failures = state.sum(DecayingSignal.FAILURE, at, halfLives);
    set(x, Feature.SECOND_FAILURE, repeated(failures));
    set(x, Feature.LOYALTY, Math.log1p(state.sum(DecayingSignal.LOYALTY, at, halfLives)));
    set(x, Feature.OPEN_CASE, gravity(state.openCases()));
    marks(state, at, halfLives, x);
    set(x, Feature.SILENCE, silences(state, at, graceDays));
    set(x, Feature.BURNED_BEFORE, state.burnedBefore() == null ? 0 : 1);
    set(
        x,
        Feature.INVOICE_TROUBLE,
        Math.min(2, state.references(ReferenceKind.TROUBLED_INVOICE).size()));
    relation(track, at, x);
  }

  private static void decaying(CustomerState state, long at, HalfLives halfLives, double[] x) {
    for (var feature : DECAYING) {
      set(x, feature, saturated(state.sum(feature.signal(), at, halfLives)));
    }
  }

  /**
   * Many small hurts add up to less than their sum: one counts as 0.83, three as 2, eight as 4. So
   * a weekly customer, who sees four times as many visits, is not four times as hurt.
   */
  public static double saturated(double sum) {
    return sum <= 0 ? sum : 2 * (Math.sqrt(1 + sum) - 1);
  }

  /** The sum that was saturated to this. */
  public static double unsaturated(double saturated) {
    var root = saturated / 2 + 1;
    return saturated <= 0 ? saturated : root * root - 1;
  }

  /** What goes beyond the first failure. */
  static double repeated(double failures) {
    return saturated(Math.max(0, failures - 1));
  }

  private static void marks(CustomerState state, long at, HalfLives halfLives, double[] x) {
    if (state.marksGiven() == 0) {
      set(x, Feature.DISSATISFACTION, 0);
      set(x, Feature.FALLING, 0);
      return;
    }
    var left = halfLives.left(DecayingSignal.SATISFACTION, state.lastMarkAt(), at);
    set(x, Feature.DISSATISFACTION, (CONTENT - state.satisfactionLevel()) * left);
    set(x, Feature.FALLING, state.satisfactionFall() * left);
  }

  private static void relation(AgreementState track, long at, double[] x) {
    if (track == null) {
      set(x, Feature.DENSE_CADENCE, 0);
      set(x, Feature.SPARSE_CADENCE, 0);
      set(x, Feature.STRANGER_LAST, 0);
      set(x, Feature.TENURE, 0);
      set(x, Feature.NEW_RELATION, 1);
      return;
    }
    var cadence = Math.log(track.intervalDays() / AgreementState.USUAL_INTERVAL_DAYS);
    set(x, Feature.DENSE_CADENCE, Math.min(0, cadence));
    set(x, Feature.SPARSE_CADENCE, Math.max(0, cadence));
    set(x, Feature.STRANGER_LAST, track.strangerLast() ? 1 : 0);
    set(x, Feature.TENURE, Math.log1p(track.tenure()));
    var age = Math.max(0, EpochMicros.days(track.startedAt(), at));
    set(x, Feature.NEW_RELATION, Math.exp(-age / SETTLED_AFTER_DAYS));
  }

  static double gravity(List<OpenCase> cases) {
    var sum = 0.0;
    for (var i = 0; i < cases.size(); i++) {
      sum += cases.get(i).gravity();
    }
    return sum;
  }

  private static int silences(CustomerState state, long at, double graceDays) {
    var requests = state.references(ReferenceKind.UNANSWERED_REQUEST);
    var count = 0;
    for (var i = 0; i < requests.size(); i++) {
      if (EpochMicros.plusDays(requests.get(i).at(), graceDays) <= at) {
        count++;
      }
    }
    return Math.min(SILENCES_THAT_COUNT, count);
  }

  private static void set(double[] x, Feature feature, double value) {
    x[feature.ordinal()] = value;
  }
}
