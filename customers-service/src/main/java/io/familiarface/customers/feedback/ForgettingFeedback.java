package io.familiarface.customers.feedback;

import io.familiarface.customers.customer.CustomerErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When a person is erased: our copies of what they said, and of their risk, go. */
@ApplicationScoped
class ForgettingFeedback {
  private final FeedbackCopies copies;

  ForgettingFeedback(FeedbackCopies copies) {
    this.copies = copies;
  }

  void forget(@Observes CustomerErased erased) {
    copies.forget(erased.ids());
  }
}
