package io.familiarface.feedback.given;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Feedback as it is read. */
@Schema(name = "Feedback")
record FeedbackView(
    UUID id,
    String externalId,
    UUID customerId,
    UUID visitId,
    Instant at,
    FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    String text,
    String recordedBy,
    Instant recordedAt) {

  static FeedbackView of(Feedback feedback) {
    return new FeedbackView(
        feedback.id(),
        feedback.externalId(),
        feedback.customerId(),
        feedback.visitId(),
        feedback.at(),
        feedback.kind(),
        feedback.csat(),
        feedback.nps(),
        feedback.effort(),
        feedback.text(),
        feedback.recordedBy(),
        feedback.recordedAt());
  }
}
