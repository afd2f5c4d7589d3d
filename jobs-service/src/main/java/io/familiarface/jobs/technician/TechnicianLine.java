package io.familiarface.jobs.technician;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> skills,
    @Size(max = 50) List<@Valid @NotNull TechnicianCertificate> certificates,
    @Size(max = 28) List<@Valid @NotNull WorkingHours> workingHours,
    @Size(min = 1, max = 500) String introduction) {

  NewTechnician details() {
    return new NewTechnician(
        externalId,
        name,
        branch,
        skills,
        certificates,
        workingHours,
        introduction,
        hiredOn,
        leftOn);
  }

  /** With what is known here where the line says nothing. */
  NewTechnician details(NewTechnician known) {
    return new NewTechnician(
        externalId,
        name,
        branch == null ? known.branch() : branch,
        skills == null ? known.skills() : skills,
        certificates == null ? known.certificates() : certificates,
        workingHours == null ? known.workingHours() : workingHours,
        introduction == null ? known.introduction() : introduction,
        hiredOn == null ? known.hiredOn() : hiredOn,
        leftOn == null ? known.leftOn() : leftOn);
  }
}
