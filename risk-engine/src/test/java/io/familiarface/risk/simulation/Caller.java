package io.familiarface.risk.simulation;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may call a simulated customer after a visit, and what that does to them. */
@FunctionalInterface
public interface Caller {
  /** Calls nobody. */
  Caller NONE = (customer, at, risk) -> 0;

  /** For so many days a call keeps its effect. */
  int CALL_LASTS_DAYS = 90;

  /**
   * Asked after each visit of a customer who has not been called yet.
   *
   * @param risk the probability that they leave within 90 days, as far as it can be known: without
   *     what makes this person another than all others
   * @return what a call adds to the log-odds of leaving at each visit; 0 when nobody calls
   */
  double call(UUID customer, Instant at, double risk);
}
