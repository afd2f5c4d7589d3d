package io.familiarface.feedback.followup;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a call, as it is written down. */
@Schema(name = "NewFollowUpOutcome")
record NewFollowUpOutcome(
    @NotNull @Schema(
            description =
                "REACHED closes it and marks the flag ACTED; NOT_NEEDED drops it and needs a word"
                    + " why; after the others it is due again.",
            examples = "REACHED")
        CallOutcome outcome,
    @Size(max = 4000) @Schema(
            description = "Called: what the customer said.",
            examples = "Please send Ben again; the visit is moved to the first day Ben is back.")
        String said,
    @NullOrNotBlank
        @Size(min = 1, max = 50) @Schema(
            description =
                "Why they left or what went wrong, by a code of the company's own list of causes;"
                    + " counted by /v1/insights/leaving.",
            examples = "TECHNICIAN")
        String cause,
    @Schema(
            description =
                "The customer was told of the coming change; jobs-service is told so too.")
        Boolean told,
    @Schema(description = "The newcomer was introduced; then the customer was told as well.")
        Boolean introduced,
    @Schema(
            description =
                "When to try again; only for an outcome that leaves it open. Left out: the next"
                    + " business day.",
            examples = "2026-12-01")
        LocalDate dueOn,
    @Schema(
            description =
                "When the call was, after it was asked for and after the last try; now if left out.")
        Instant at) {

  boolean saysTold() {
    return Boolean.TRUE.equals(told) || saysIntroduced();
  }

  boolean saysIntroduced() {
    return Boolean.TRUE.equals(introduced);
  }

  /** The words, or null where there are none. */
  String words() {
    return said == null || said.isBlank() ? null : said.strip();
  }
}
