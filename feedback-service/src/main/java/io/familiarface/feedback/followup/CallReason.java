package io.familiarface.feedback.followup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Why a customer is to be called who need not be flagged.
 *
 * @param cause names what asks for it, so that nothing asks twice
 * @param why in a sentence
 * @param visitId the visit it is about; null for none
 * @param complaintId the case it is about; null for none
 * @param feedbackId what was said; null for nothing
 * @param dueOn by when
 * @param owner whose it is; null for whoever has the fewest
 */
record CallReason(
    FollowUpKind kind,
    String cause,
    UUID customerId,
    String why,
    UUID visitId,
    UUID complaintId,
    UUID feedbackId,
    LocalDate dueOn,
    String owner) {

  static CallReason of(
      FollowUpKind kind, String cause, UUID customer, String why, LocalDate dueOn) {
    return new CallReason(kind, cause, customer, why, null, null, null, dueOn, null);
  }

  CallReason aboutVisit(UUID visit) {
    return new CallReason(
        kind, cause, customerId, why, visit, complaintId, feedbackId, dueOn, owner);
  }

  /**
   * @param whose whoever has the case
   */
  CallReason aboutCase(UUID complaint, String whose) {
    return new CallReason(
        kind, cause, customerId, why, visitId, complaint, feedbackId, dueOn, whose);
  }

  CallReason aboutFeedback(UUID feedback) {
    return new CallReason(
        kind, cause, customerId, why, visitId, complaintId, feedback, dueOn, owner);
  }
}
