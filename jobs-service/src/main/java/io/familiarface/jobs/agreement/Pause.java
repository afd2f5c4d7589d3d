package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days, both included, in which nobody comes, though the agreement goes on. */
@Schema(
    name = "Pause",
    example =
        """
        {"from": "{today+30}", "until": "{today+60}", "reason": "The house is being rebuilt."}""")
record Pause(
    @Schema(examples = "2027-02-01") @NotNull LocalDate from,
    @Schema(examples = "2027-03-15", description = "The last day; null: until it is ended.")
        LocalDate until,
    @Schema(examples = "The house is being rebuilt.") @Size(min = 1, max = 500) String reason,
    @Schema(
            description =
                "COMPANY: we can't come then, and of each visit that is not to be the customer has"
                    + " to be told. Else they want it so, which is a signal of their risk.")
        AskedBy askedBy) {

  /** Refuses a pause that ends before it begins, or lies in the past. */
  void requireToCome(LocalDate today) {
    if (from.isBefore(today)) {
      throw JobsProblem.CONTRADICTION.at(
          "/from", "Visits of days gone by are what they are: a pause begins today or later.");
    }
    if (until != null && until.isBefore(from)) {
      throw JobsProblem.CONTRADICTION.at(
          "/until", "The last day can't lie before the first, %s.".formatted(from));
    }
  }
}
