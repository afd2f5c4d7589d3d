package io.familiarface.feedback.followup;

import io.familiarface.rest.page.Key;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of the list of follow-ups.
 *
 * @param flag what the call is about
 */
record FollowUpRow(
    UUID id,
    UUID flagId,
    long version,
    @Nested("customer_") FollowUpView.WhoToCall customer,
    @Nested FollowUpProgress progress,
    @Nested ExpectedLoss loss,
    @Nested("flag_") FlagRow flag,
    double probability) {

  /**
   * The flag.
   *
   * @param reasons as they are stored
   */
  record FlagRow(String state, Instant raisedAt, List<String> reasonCodes, String reasons) {}

  boolean isOpen() {
    return progress.state() == FollowUpState.OPEN;
  }

  Key key() {
    return Key.of(progress.dueOn(), loss.expectedLoss(), id);
  }
}
