package io.familiarface.jobs.technician;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
         "certificates": [{"name": "Termite applicator", "skill": "termites",
                           "expiresOn": "{today+400}"}],
         "workingHours": [{"day": "MONDAY", "from": "08:00", "to": "17:00"}],
         "introduction": "Ben has looked after homes here since 2019. Ben always takes shoes off.",
         "hiredOn": "{today-30}"}""")
record NewTechnician(
    @Schema(examples = "T0099", description = "The key of another system, unique here.")
        @Size(min = 1, max = 100) String externalId,
    @Schema(examples = "Ben Ortiz") @NotBlank @Size(max = 200) String name,
    @Schema(examples = "north") @Size(min = 1, max = 100) String branch,
    @Schema(examples = "[\"rodents\"]") @Size(max = 50) List<@NotBlank @Size(max = 100) String> skills,
    @Schema(description = "Licences; the skill of one that has expired is not counted.")
        @Size(max = 50) List<@Valid @NotNull TechnicianCertificate> certificates,
    @Schema(description = "The working week in the company's time zone; empty: not said, any hour.")
        @Size(max = 28) List<@Valid @NotNull WorkingHours> workingHours,
    @Schema(
            examples = "Ben has looked after homes here since 2019.",
            description = "Two sentences for a customer who asks who is coming.")
        @Size(min = 1, max = 500) String introduction,
    @Schema(examples = "2023-04-01") LocalDate hiredOn,
    @Schema(description = "The last day in the company.", nullable = true) LocalDate leftOn) {

  NewTechnician {
    skills = copied(skills);
    certificates = copied(certificates);
    workingHours = copied(workingHours);
  }

  private static <T> List<T> copied(List<T> given) {
    return given == null ? List.of() : given.stream().toList();
  }
}
