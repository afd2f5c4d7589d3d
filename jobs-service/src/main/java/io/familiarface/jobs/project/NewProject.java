package io.familiarface.jobs.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job that takes several steps. */
@Schema(
    name = "NewProject",
    example =
        """
        {"customerExternalId": "C0004", "title": "Dry out and restore the cellar",
         "careLevel": "HIGH"}\
        """)
record NewProject(
    @Schema(examples = "PJ0001", description = "The key of another system, unique here.")
        @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @Schema(examples = "C0004") @Size(min = 1, max = 100) String customerExternalId,
    @Schema(examples = "Dry out and restore the cellar") @NotBlank @Size(max = 200) String title,
    @Schema(description = "NORMAL if left out.") CareLevel careLevel) {}
