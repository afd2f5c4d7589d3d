package io.familiarface.feedback.followup;

import io.familiarface.rest.page.Key;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * A row of the list of follow-ups.
 *
 * @param flag what the call is about; null where it is about something else
 * @param coming null if the customer's next visit is as usual
 */
record FollowUpRow(
    UUID id,
    UUID flagId,
    String why,
    UUID visitId,
    UUID complaintId,
    UUID feedbackId,
    long version,
    @Nested("customer_") FollowUpView.WhoToCall customer,
    @Nested FollowUpProgress progress,
    @Nested ExpectedLoss loss,
    @Nested("flag_") FlagRow flag,
    @Nested("coming_") ComingChange coming,
    double probability) {

  /**
   * The flag.
   *
   * @param reasons as they are stored
   */
  record FlagRow(
      @PropagateNull String state, Instant raisedAt, List<String> reasonCodes, String reasons) {}

  boolean isOpen() {
    return progress.state() == FollowUpState.OPEN;
  }

  /** Whether it would be fitting to ask for a referral, if nothing speaks against it. */
  boolean mayEndWithReferral() {
    return isOpen() && progress.kind() == FollowUpKind.AFTER_VISIT;
  }

  Key key() {
    return Key.of(progress.dueOn(), loss.priority(), id);
  }
}
