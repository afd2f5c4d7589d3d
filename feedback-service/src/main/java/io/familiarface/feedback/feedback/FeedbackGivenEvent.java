package io.familiarface.feedback.feedback;

import java.time.Instant;
import java.util.UUID;

/** The event {@code feedback.given}: what was said in numbers, without the words. */
record FeedbackGivenEvent(
    UUID feedbackId,
    UUID customerId,
    UUID visitId,
    UUID projectId,
    Integer projectStep,
    Instant at,
    FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    long revision) {

  static FeedbackGivenEvent of(Feedback feedback) {
    FeedbackDetails details = feedback.details;
    return new FeedbackGivenEvent(
        feedback.id,
        feedback.customerId,
        details.visitId(),
        details.projectId(),
        details.projectStep(),
        details.at(),
        details.kind(),
        details.csat(),
        details.nps(),
        details.effort(),
        feedback.version);
  }
}
