package io.familiarface.customers.visit;

import java.util.UUID;

/** One thing that jobs-service told of an agreement or a visit. */
sealed interface JobsChange {
  UUID customerId();

  /** Null for a visit that belongs to none. */
  UUID agreementId();

  /** The same of the customer whom the one it was told of is part of now. */
  JobsChange ofCustomer(UUID survivor);

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

    @Override
    public JobsChange ofCustomer(UUID survivor) {
      return new AgreementChange(event.ofCustomer(survivor), cancelled);
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

    @Override
    public JobsChange ofCustomer(UUID survivor) {
      return new VisitChange(event.ofCustomer(survivor), state);
    }
  }
}
