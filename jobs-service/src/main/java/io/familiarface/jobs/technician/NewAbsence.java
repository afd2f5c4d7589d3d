package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When somebody is away, both days included. */
@Schema(
    name = "NewAbsence",
    example =
        """
        {"kind": "VACATION", "from": "{today+120}", "to": "{today+127}"}""")
record NewAbsence(
    @Schema(description = "The key of another system, unique for this technician.")
        @Size(min = 1, max = 100) String externalId,
    @Schema(examples = "VACATION") @NotNull AbsenceKind kind,
    @Schema(examples = "2027-08-02") @NotNull LocalDate from,
    @Schema(examples = "2027-08-13", description = "The last day away.") @NotNull LocalDate to) {

  void requireOrder() {
    if (to.isBefore(from)) {
      throw JobsProblem.CONTRADICTION.at(
          "/to", "The last day away can't lie before the first, %s.".formatted(from));
    }
  }
}
