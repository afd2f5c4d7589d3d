package io.familiarface.feedback.risk.model;

import io.familiarface.feedback.risk.state.AgreementTrack;
import io.familiarface.feedback.risk.state.CustomerState;
import io.familiarface.feedback.risk.state.Fade;
import io.familiarface.feedback.risk.state.HalfLives;
import io.familiarface.feedback.risk.state.Micros;
import io.familiarface.feedback.risk.state.OpenCase;
import java.util.List;

/** The features of a customer's agreement at an instant, from her state alone. */
public final class FeatureVector {

  /** The mark of a customer who has nothing to say either way. */
  private static final double CONTENT = 4.2;

  private static final double SETTLED_AFTER_DAYS = 90;
  private static final int SILENCES_THAT_COUNT = 4;

  private FeatureVector() {}

  /**
   * @param track the agreement, or null for a customer who has none yet
   * @param graceDays how long a request for feedback may wait before it counts as unanswered
   * @param x where the values go, in the order of {@link Feature}
   */
  public static void at(
      CustomerState state,
      AgreementTrack track,
      long at,
      HalfLives halfLives,
      double graceDays,
      double[] x) {
    set(x, Feature.INTERCEPT, 1);
    fading(state, at, halfLives, x);
    var failures = state.sum(Fade.FAILURE, at, halfLives);
    set(x, Feature.SECOND_FAILURE, Math.max(0, failures - 1));
    set(x, Feature.LOYALTY, Math.log1p(state.sum(Fade.LOYALTY, at, halfLives)));
    set(x, Feature.OPEN_CASE, gravity(state.openCases()));
    marks(state, at, halfLives, x);
    set(x, Feature.SILENCE, silences(state, at, graceDays));
    set(x, Feature.BURNED_BEFORE, state.burnedBefore() == null ? 0 : 1);
    set(x, Feature.INVOICE_TROUBLE, Math.min(2, state.invoices().size()));
    relation(track, at, x);
  }

  private static void fading(CustomerState state, long at, HalfLives halfLives, double[] x) {
    set(x, Feature.SUBSTITUTION, state.sum(Fade.SUBSTITUTION, at, halfLives));
    set(x, Feature.HANDOVER, state.sum(Fade.HANDOVER, at, halfLives));
    set(x, Feature.UNCLEAR_CHANGE, state.sum(Fade.UNCLEAR_CHANGE, at, halfLives));
    set(x, Feature.UNTOLD, state.sum(Fade.UNTOLD, at, halfLives));
    set(x, Feature.TOLD_UNKNOWN, state.sum(Fade.TOLD_UNKNOWN, at, halfLives));
    set(x, Feature.NOT_INTRODUCED, state.sum(Fade.NOT_INTRODUCED, at, halfLives));
    set(x, Feature.INTRODUCTION_UNKNOWN, state.sum(Fade.INTRODUCTION_UNKNOWN, at, halfLives));
    set(x, Feature.GOOD_HANDOVER, state.sum(Fade.GOOD_HANDOVER, at, halfLives));
    set(x, Feature.BROKEN_PROMISE, state.sum(Fade.BROKEN_PROMISE, at, halfLives));
    set(x, Feature.MISSED, state.sum(Fade.MISSED, at, halfLives));
    set(x, Feature.LATE, state.sum(Fade.LATE, at, halfLives));
    set(x, Feature.COMPLAINT, state.sum(Fade.COMPLAINT, at, halfLives));
    set(x, Feature.REOPENED, state.sum(Fade.REOPENED, at, halfLives));
    set(x, Feature.RECOVERED, state.sum(Fade.RECOVERED, at, halfLives));
    set(x, Feature.DISTRESS, state.sum(Fade.DISTRESS, at, halfLives));
    set(x, Feature.SURPRISE, state.sum(Fade.SURPRISE, at, halfLives));
  }

  private static void marks(CustomerState state, long at, HalfLives halfLives, double[] x) {
    if (state.marksGiven() == 0) {
      set(x, Feature.DISSATISFACTION, 0);
      set(x, Feature.FALLING, 0);
      return;
    }
    var left = halfLives.left(Fade.SATISFACTION, state.lastMarkAt(), at);
    set(x, Feature.DISSATISFACTION, (CONTENT - state.satisfactionLevel()) * left);
    set(x, Feature.FALLING, state.satisfactionFall() * left);
  }

  private static void relation(AgreementTrack track, long at, double[] x) {
    if (track == null) {
      set(x, Feature.CADENCE, 0);
      set(x, Feature.STRANGER_LAST, 0);
      set(x, Feature.TENURE, 0);
      set(x, Feature.NEW_RELATION, 1);
      return;
    }
    set(x, Feature.CADENCE, Math.log(track.intervalDays() / AgreementTrack.USUAL_INTERVAL_DAYS));
    set(x, Feature.STRANGER_LAST, track.strangerLast() ? 1 : 0);
    set(x, Feature.TENURE, Math.log1p(track.tenure()));
    var age = Math.max(0, Micros.days(track.startedAt(), at));
    set(x, Feature.NEW_RELATION, Math.exp(-age / SETTLED_AFTER_DAYS));
  }

  private static double gravity(List<OpenCase> cases) {
    var sum = 0.0;
    for (var i = 0; i < cases.size(); i++) {
      sum += cases.get(i).gravity();
    }
    return sum;
  }

  private static int silences(CustomerState state, long at, double graceDays) {
    var requests = state.unanswered();
    var count = 0;
    for (var i = 0; i < requests.size(); i++) {
      if (Micros.plusDays(requests.get(i).at(), graceDays) <= at) {
        count++;
      }
    }
    return Math.min(SILENCES_THAT_COUNT, count);
  }

  private static void set(double[] x, Feature feature, double value) {
    x[feature.ordinal()] = value;
  }
}
