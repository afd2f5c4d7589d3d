package io.familiarface.feedback.feedback;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer said, as it is written down. */
@Schema(
    name = "NewFeedback",
    description = "Names the customer by customerId or customerExternalId, exactly one of them.")
record NewFeedback(
    @NullOrNotBlank @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "C0001") String customerExternalId,
    @Schema(description = "The visit it is about, if it is about one.") UUID visitId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @Schema(description = "The project it is about, if it is about one.") UUID projectId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "PJ0001") String projectExternalId,
    @Schema(
            description =
                "The number of the step of that project. Without it a mark is of the project as a"
                    + " whole, and counts for none of its steps.")
        Integer projectStep,
    @Schema(description = "Who is meant, where no visit and no project is named.")
        UUID technicianId,
    @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "T0001")
        String technicianExternalId,
    @Schema(
            description =
                "When it was said; now if left out. Marks for a visit are given on its day at the"
                    + " earliest.")
        Instant at,
    @Schema(description = "SURVEY if left out.") FeedbackKind kind,
    @Min(1) @Max(5) @Schema(description = "Satisfaction, 1 to 5.", examples = "2") Integer csat,
    @Min(0) @Max(10) @Schema(description = "Would recommend us, 0 to 10.") Integer nps,
    @Min(1) @Max(7) @Schema(description = "How hard it was, 1 (easy) to 7.") Integer effort,
    @Size(max = 4000) @Schema(examples = "I never know who will be at my door.") String text,
    @Schema(description = "They ask for a call.") Boolean callMe) {

  FeedbackDetails details(UUID visit, UUID project, UUID technician, Instant saidAt) {
    return new FeedbackDetails(
        visit,
        project,
        projectStep,
        technician,
        saidAt,
        kind,
        csat,
        nps,
        effort,
        text,
        Boolean.TRUE.equals(callMe));
  }
}
