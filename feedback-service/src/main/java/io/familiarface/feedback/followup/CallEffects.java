package io.familiarface.feedback.followup;

import java.util.List;

/** What calling is known to change, so that those are called first whom it helps most. */
public interface CallEffects {
  /** What is known by now. */
  Gains gains();

  /**
   * By how much less likely customers are to leave when they are called.
   *
   * @param bounds of the probability of leaving, ascending
   * @param gains of those below the first bound, between each two, and from the last on; empty
   *     while nothing is known
   */
  record Gains(List<Double> bounds, List<Double> gains) {
    /** Nothing is known. */
    public static final Gains UNKNOWN = new Gains(List.of(), List.of());

    /** By what calls are put in order, then. */
    public CallOrder order() {
      return gains.isEmpty() ? CallOrder.RISK : CallOrder.EFFECT;
    }
  }
}
