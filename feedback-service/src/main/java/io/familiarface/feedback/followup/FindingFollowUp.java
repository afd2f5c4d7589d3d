package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Finds the call that a path names. As with flags, what other systems can name is the customer:
 * {@code ext:} and the external id of a customer is the open call to them, or else the last one.
 */
@ApplicationScoped
class FindingFollowUp {
  private final FollowUps followUps;
  private final Customers customers;

  FindingFollowUp(FollowUps followUps, Customers customers) {
    this.followUps = followUps;
    this.customers = customers;
  }

  UUID id(Ref ref) {
    return ref.id().orElseGet(() -> openOrLastOf(customers.require(ref)));
  }

  private UUID openOrLastOf(CustomerCopy customer) {
    return followUps
        .openOrLastOf(customer.id())
        .orElseThrow(
            () ->
                FeedbackProblem.NO_SUCH_FOLLOW_UP.because(
                    "There is no call to make to customer " + customer.externalId() + "."));
  }
}
