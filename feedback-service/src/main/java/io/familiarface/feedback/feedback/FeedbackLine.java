package io.familiarface.feedback.feedback;

import io.familiarface.feedback.recording.CustomerLine;
import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of {@code /feedback/import}. */
record FeedbackLine(
    @NotBlank @Size(max = 100) String externalId,
    @NotBlank @Size(max = 100) String customerExternalId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @NullOrNotBlank
        @Size(min = 1, max = 100) @Schema(description = "A project that was told of already.")
        String projectExternalId,
    Integer projectStep,
    @NullOrNotBlank
        @Size(min = 1, max = 100) @Schema(description = "Who is meant, where no visit and no project is named.")
        String technicianExternalId,
    @NotNull Instant at,
    FeedbackKind kind,
    @Min(1) @Max(5) Integer csat,
    @Min(0) @Max(10) Integer nps,
    @Min(1) @Max(7) Integer effort,
    @Size(max = 4000) String text)
    implements CustomerLine {

  FeedbackDetails details(UUID visitId, UUID projectId, UUID technicianId) {
    return new FeedbackDetails(
        visitId, projectId, projectStep, technicianId, at, kind, csat, nps, effort, text, false);
  }
}
