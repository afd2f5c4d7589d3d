package io.familiarface.feedback.flag;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Finds the flag that a path names. No other system makes flags, so none has a key for one; what
 * others know is the customer, who has one open flag at most. So {@code ext:} and the external id
 * of a customer names the open one, or else the last one.
 */
@ApplicationScoped
class FindingFlag {
  private final CustomerFlags flags;
  private final Customers customers;

  FindingFlag(CustomerFlags flags, Customers customers) {
    this.flags = flags;
    this.customers = customers;
  }

  UUID id(Ref ref) {
    return ref.id().orElseGet(() -> lastOf(customers.require(ref)));
  }

  private UUID lastOf(CustomerCopy customer) {
    return flags
        .lastOf(customer.id())
        .orElseThrow(
            () ->
                FeedbackProblem.NO_SUCH_FLAG.because(
                    "Customer " + customer.externalId() + " has never been flagged."));
  }
}
