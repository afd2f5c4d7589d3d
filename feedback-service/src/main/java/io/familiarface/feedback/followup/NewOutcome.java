package io.familiarface.feedback.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a try to call, as it is written down. */
@Schema(name = "NewFollowUpOutcome")
record NewOutcome(
    @NotNull @Schema(
            description =
                "REACHED closes it and marks the flag ACTED; NOT_NEEDED drops it and needs a word"
                    + " why; after the others it is due again.",
            examples = "REACHED")
        Outcome outcome,
    @Size(max = 4000) @Schema(
            description = "Called: what she said.",
            examples = "She wants Ben back; I moved the visit to his first day.")
        String said,
    @Schema(description = "She was told of the coming change; jobs-service is told so too.")
        Boolean told,
    @Schema(description = "The newcomer was introduced to her; then she was told as well.")
        Boolean introduced,
    @Schema(
            description =
                "When to try again; only for an outcome that leaves it open. Left out: the next"
                    + " business day.",
            examples = "2026-12-01")
        LocalDate dueOn,
    @Schema(description = "When the call was; now if left out.") Instant at) {

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
