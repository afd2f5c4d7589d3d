package io.familiarface.jobs.technician;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A technician of another system, one line of an import; what it leaves out stays as it is. */
@Schema(name = "TechnicianLine")
record TechnicianLine(
    @Schema(examples = "T0002") @NotBlank @Size(max = 100) String externalId,
    @Schema(examples = "Ben Ortiz") @NotBlank @Size(max = 200) String name,
    @Schema(examples = "2023-04-01") LocalDate hiredOn,
    LocalDate leftOn,
    @Schema(examples = "north") @Size(min = 1, max = 100) String branch,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> skills) {

  NewTechnician details() {
    return new NewTechnician(externalId, name, branch, skills, hiredOn, leftOn);
  }

  /** With what is known here where the line says nothing. */
  NewTechnician details(NewTechnician known) {
    return new NewTechnician(
        externalId,
        name,
        branch == null ? known.branch() : branch,
        skills == null ? known.skills() : skills,
        hiredOn == null ? known.hiredOn() : hiredOn,
        leftOn == null ? known.leftOn() : leftOn);
  }
}
