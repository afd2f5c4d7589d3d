package io.familiarface.jobs.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of a step. */
@Schema(name = "StepDetails")
record StepDetails(
    @NotBlank @Size(max = 200) String title,
    @Size(max = 2000) String whatToExpect,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn,
    UUID technicianId,
    @Schema(description = "Whose material or work it is, if not ours.") @Size(min = 1, max = 100) String supplier,
    @Size(max = 100) List<@NotNull Integer> after,
    @Schema(
            description =
                "When the customer was told of this change, if they were: it is no surprise then.",
            nullable = true)
        Instant customerToldAt) {

  StepDetails {
    after = after == null ? List.of() : after.stream().distinct().sorted().toList();
  }

  boolean movesFrom(StepDetails before) {
    return !startsOn.equals(before.startsOn) || !endsOn.equals(before.endsOn);
  }

  boolean sendsAnother(StepDetails before) {
    return !Objects.equals(technicianId, before.technicianId);
  }

  StepDetails withTechnician(UUID technician) {
    return new StepDetails(
        title, whatToExpect, startsOn, endsOn, technician, supplier, after, null);
  }

  /** What is to be kept of it. */
  StepDetails ofStep() {
    return new StepDetails(
        title, whatToExpect, startsOn, endsOn, technicianId, supplier, after, null);
  }
}
