package io.familiarface.feedback.given;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A line of {@code /feedback/import}. */
record FeedbackLine(
    @NotBlank @Size(max = 100) String externalId,
    @NotBlank @Size(max = 100) String customerExternalId,
    @Size(min = 1, max = 100) String visitExternalId,
    @NotNull Instant at,
    FeedbackKind kind,
    @Min(1) @Max(5) Integer csat,
    @Min(0) @Max(10) Integer nps,
    @Min(1) @Max(7) Integer effort,
    @Size(max = 4000) String text) {

  Feedback toFeedback(UUID id, UUID customer, UUID visit, String by, Instant now) {
    return new Feedback(
        id,
        externalId,
        customer,
        visit,
        at,
        kind == null ? FeedbackKind.SURVEY : kind,
        csat,
        nps,
        effort,
        text,
        by,
        now,
        1);
  }
}
