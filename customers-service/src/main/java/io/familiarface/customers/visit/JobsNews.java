package io.familiarface.customers.visit;

import java.util.UUID;

/** One thing that jobs-service told of an agreement or a visit. */
sealed interface JobsNews {

  UUID customerId();

  /** Null for a visit that belongs to none. */
  UUID agreementId();

  /**
   * An agreement as it is since it started or was changed, or was cancelled by the customer.
   *
   * @param cancelled whether the event tells no more than that
   */
  record Agreed(AgreementEvent event, boolean cancelled) implements JobsNews {
    @Override
    public UUID customerId() {
      return event.customerId();
    }

    @Override
    public UUID agreementId() {
      return event.agreementId();
    }
  }

  /** A visit as it is now. */
  record Visited(VisitEvent event, VisitState state) implements JobsNews {
    @Override
    public UUID customerId() {
      return event.customerId();
    }

    @Override
    public UUID agreementId() {
      return event.agreementId();
    }
  }
}
