package io.familiarface.feedback.given;

import java.time.Instant;
import java.util.UUID;

/** The event {@code feedback.given}: what was said in numbers, without her words. */
record FeedbackGivenEvent(
    UUID feedbackId,
    UUID customerId,
    UUID visitId,
    Instant at,
    FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    long revision) {

  static FeedbackGivenEvent of(Feedback feedback) {
    return new FeedbackGivenEvent(
        feedback.id(),
        feedback.customerId(),
        feedback.visitId(),
        feedback.at(),
        feedback.kind(),
        feedback.csat(),
        feedback.nps(),
        feedback.effort(),
        feedback.revision());
  }
}
