package io.familiarface.customers.interaction;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A talk with a customer: how they felt, and what was said on both sides. */
@Schema(
    example =
        """
        {"channel": "PHONE", "direction": "INBOUND", "mood": "DISTRESSED",
         "asked": "Why does somebody else come every time?",
         "answered": "That the usual technician is back next week, and comes again.",
         "explainedSteps": ["WHAT_WE_DO", "WHO_COMES"]}""")
public record NewInteraction(
    @Size(min = 1, max = 100) @Schema(
            description =
                "The key of this talk in another system, one of its kind for this customer.")
        String externalId,
    @Schema(description = "Left out: now.") Instant at,
    @NotNull Channel channel,
    @NotNull Direction direction,
    @Schema(description = "How they were feeling, if it could be told.") Mood mood,
    @NullOrNotBlank
        @Size(max = 200) @Schema(description = "Who spoke with them. Left out: the caller.")
        String heldBy,
    @Size(max = 4000) @Schema(description = "What we explained.") String explained,
    @Size(max = 4000) @Schema(description = "What they asked.") String asked,
    @Size(max = 4000) @Schema(description = "What we answered.") String answered,
    @Size(max = 50) @Schema(
            description =
                "The codes of the steps that were explained, of those that GET"
                    + " /v1/walk-through-steps lists.")
        List<@NotNull @Size(max = 50) String> explainedSteps) {

  public NewInteraction {
    explainedSteps = explainedSteps == null ? List.of() : explainedSteps;
  }
}
