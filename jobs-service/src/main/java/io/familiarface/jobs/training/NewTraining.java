package io.familiarface.jobs.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course that a technician took or is to take. */
@Schema(
    name = "NewTraining",
    example =
        """
        {"course": "Listening to a nervous customer", "kind": "SOFT", "on": "{today-10}"}""")
record NewTraining(
    @Schema(description = "The key of another system, unique here.") @Size(min = 1, max = 100) String externalId,
    @Schema(examples = "Listening to a nervous customer") @NotBlank @Size(max = 200) String course,
    @Schema(examples = "SOFT") @NotNull TrainingKind kind,
    @Schema(examples = "2026-05-04", description = "The day, or the last of several.") @NotNull LocalDate on) {}
