package io.familiarface.feedback.link;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as it is read; its address is told once, when it is made. */
@Schema(name = "Link")
record LinkView(
    UUID id,
    String externalId,
    UUID customerId,
    LinkPurpose purpose,
    @Schema(description = "What its form asks for by one tap; a link to a CASE asks nothing.")
        LinkQuestion question,
    UUID complaintId,
    UUID visitId,
    UUID projectId,
    @Schema(description = "The number of the step of that project.") Integer projectStep,
    @Schema(description = "What was said through it; null for nothing yet.") UUID feedbackId,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "When something was said through it last.") Instant usedAt) {
  static LinkView of(CustomerLink link) {
    return new LinkView(
        link.id,
        link.externalId,
        link.customerId,
        link.purpose,
        link.question,
        link.complaintId,
        link.visitId,
        link.projectId,
        link.projectStep,
        link.feedbackId,
        link.createdAt,
        link.createdBy,
        link.expiresAt,
        link.revokedAt,
        link.usedAt);
  }
}
