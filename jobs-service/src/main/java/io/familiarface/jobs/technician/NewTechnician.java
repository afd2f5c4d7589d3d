package io.familiarface.jobs.technician;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an office knows of a technician and may change. */
@Schema(
    name = "NewTechnician",
    example =
        """
        {"name": "Ben Ortiz", "branch": "north", "skills": ["rodents", "termites"],
         "hiredOn": "{today-30}"}""")
record NewTechnician(
    @Schema(examples = "T0099", description = "The key of another system, unique here.")
        @Size(min = 1, max = 100) String externalId,
    @Schema(examples = "Ben Ortiz") @NotBlank @Size(max = 200) String name,
    @Schema(examples = "north") @Size(min = 1, max = 100) String branch,
    @Schema(examples = "[\"rodents\"]") @Size(max = 50) List<@NotBlank @Size(max = 100) String> skills,
    @Schema(examples = "2023-04-01") LocalDate hiredOn,
    @Schema(description = "The last day in the company.", nullable = true) LocalDate leftOn) {

  NewTechnician {
    skills = skills == null ? List.of() : skills.stream().toList();
  }
}
