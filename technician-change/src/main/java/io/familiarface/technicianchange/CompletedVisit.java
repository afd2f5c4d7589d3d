package io.familiarface.technicianchange;

import java.util.Objects;

/**
 * A completed visit, as far as it matters who came.
 *
 * @param <T> what technicians are known by
 * @param came who came, never null
 * @param planned whom the agreement would have sent, or null when nobody has said
 * @param reasonGiven whether anybody gave a reason for sending somebody else
 * @param requestedByCustomer whether that reason is the customer's own wish
 * @param toldBefore true only when it is known that the customer was told before the visit
 * @param introducedBefore true only when it is known that the two had met before the visit
 */
public record CompletedVisit<T>(
    T came,
    T planned,
    boolean reasonGiven,
    boolean requestedByCustomer,
    Permanence permanence,
    boolean toldBefore,
    boolean introducedBefore) {

  public CompletedVisit {
    Objects.requireNonNull(came, "came");
    Objects.requireNonNull(permanence, "permanence");
  }

  /** Whom the agreement was seen to plan for: where nobody said anything else, whoever came. */
  T plannedAsFarAsKnown() {
    return planned == null && !reasonGiven ? came : planned;
  }
}
