package io.familiarface.feedback.feedback;

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
    UUID projectId,
    @Schema(description = "The number of the step of that project.") Integer projectStep,
    @Schema(description = "Who is meant, where no visit and no project is named.")
        UUID technicianId,
    Instant at,
    FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    String text,
    @Schema(description = "Whether they ask for a call.") boolean callMe,
    String recordedBy,
    Instant recordedAt) {

  static FeedbackView of(Feedback feedback) {
    FeedbackDetails details = feedback.details;
    return new FeedbackView(
        feedback.id,
        feedback.externalId,
        feedback.customerId,
        details.visitId(),
        details.projectId(),
        details.projectStep(),
        details.technicianId(),
        details.at(),
        details.kind(),
        details.csat(),
        details.nps(),
        details.effort(),
        details.text(),
        details.callMe(),
        feedback.recordedBy,
        feedback.recordedAt);
  }
}
