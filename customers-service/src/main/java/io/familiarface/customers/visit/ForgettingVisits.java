package io.familiarface.customers.visit;

import io.familiarface.customers.customer.CustomerErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When a person is erased: our copies of their agreements and visits go. */
@ApplicationScoped
class ForgettingVisits {
  private final ApplyingJobsChanges applying;

  ForgettingVisits(ApplyingJobsChanges applying) {
    this.applying = applying;
  }

  void forget(@Observes CustomerErased erased) {
    applying.forget(erased.ids());
  }
}
