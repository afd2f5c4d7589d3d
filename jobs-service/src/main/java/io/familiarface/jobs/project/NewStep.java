package io.familiarface.jobs.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens, when, and who comes. */
@Schema(
    name = "NewStep",
    example =
        """
        {"title": "Drying", "whatToExpect": "Two machines hum day and night for three days.",
         "startsOn": "{today+20}", "endsOn": "{today+23}"}\
        """)
record NewStep(
    @Schema(examples = "Drying") @NotBlank @Size(max = 200) String title,
    @Schema(examples = "Two machines hum day and night for three days.") @Size(max = 2000) String whatToExpect,
    @NotNull LocalDate startsOn,
    @Schema(description = "The day it starts, if left out.") LocalDate endsOn,
    UUID technicianId,
    @Schema(examples = "T0003") @Size(min = 1, max = 100) String technicianExternalId,
    @Schema(
            description = "Whose material or work it is, if not ours.",
            examples = "Brightwood Floors")
        @Size(min = 1, max = 100) String supplier,
    @Schema(description = "The numbers of the steps that have to be done before.") @Size(max = 100) List<@NotNull Integer> after) {

  StepDetails details(UUID technician) {
    return new StepDetails(
        title,
        whatToExpect,
        startsOn,
        endsOn == null ? startsOn : endsOn,
        technician,
        supplier,
        after,
        null);
  }
}
