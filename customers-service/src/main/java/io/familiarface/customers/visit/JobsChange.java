package io.familiarface.customers.visit;

import java.util.UUID;

/** One thing that jobs-service told of an agreement or a visit. */
sealed interface JobsChange {
  UUID customerId();

  /** Null for a visit that belongs to none. */
  UUID agreementId();

  /**
   * An agreement as it is since it started or was changed, or was cancelled by the customer.
   *
   * @param cancelled whether the event tells no more than that
   */
  record AgreementChange(AgreementEvent event, boolean cancelled) implements JobsChange {
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
  record VisitChange(VisitEvent event, VisitState state) implements JobsChange {
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
