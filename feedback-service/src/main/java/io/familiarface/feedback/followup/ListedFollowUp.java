package io.familiarface.feedback.followup;

import io.familiarface.feedback.words.ReasonView;
import java.time.Instant;
import java.util.List;

/** A follow-up with what whoever calls needs to know. */
record ListedFollowUp(
    FollowUp followUp,
    Customer customer,
    Flag flag,
    double probability,
    ComingChange comingChange) {

  /** Whom to call. */
  record Customer(String externalId, String name, String preferredName, String branch) {}

  /** What the call is about. */
  record Flag(String state, Instant raisedAt, List<String> reasonCodes, List<ReasonView> reasons) {}

  ListedFollowUp with(ComingChange change) {
    return new ListedFollowUp(followUp, customer, flag, probability, change);
  }
}
