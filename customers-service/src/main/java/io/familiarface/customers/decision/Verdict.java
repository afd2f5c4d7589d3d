package io.familiarface.customers.decision;

import java.time.Instant;
import java.util.List;

/**
 * What somebody decided about a promise by hand.
 *
 * @param state KEPT, BROKEN or RELEASED
 */
public record Verdict(PromiseState state, Instant at) {
  public Verdict {
    if (state == PromiseState.STANDING) {
      throw new IllegalArgumentException("A promise is decided as KEPT, BROKEN or RELEASED.");
    }
  }

  /** Null while nobody has decided. */
  public static Verdict of(PromiseState state, Instant at) {
    return state == null ? null : new Verdict(state, at);
  }

  Decision asDecision() {
    var breaches = state == PromiseState.BROKEN ? List.of(new Breach(at, null)) : List.<Breach>of();
    return new Decision(state, at, null, breaches);
  }
}
