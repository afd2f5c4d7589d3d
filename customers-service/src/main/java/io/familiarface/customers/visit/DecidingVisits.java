package io.familiarface.customers.visit;

import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.Substitution;
import java.util.List;
import java.util.UUID;

/** The visits to customers that decide promises. */
public interface DecidingVisits {
  /** Every visit by somebody other than the then usual technician, oldest first. */
  List<Substitution> substitutionsOf(UUID customerId);

  /**
   * Every completed visit of which we know that it was late, oldest first. One that did not take
   * place is none of them: it may be that the customer was not there.
   */
  List<Breach> lateVisitsOf(UUID customerId);
}
