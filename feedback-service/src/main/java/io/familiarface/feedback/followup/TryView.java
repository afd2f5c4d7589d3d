package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a try to call, as it is read. */
@Schema(name = "FollowUpOutcome")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TryView(
    Outcome outcome,
    Instant at,
    @Schema(description = "Who recorded it.", examples = "Maria") String by,
    @Schema(description = "Called: what she said.", examples = "She wants Ben back.") String said,
    @Schema(description = "Whether she was told of the coming change.") boolean told,
    @Schema(description = "Whether the newcomer was introduced.") boolean introduced) {

  static TryView of(FollowUp.Try tried) {
    return new TryView(
        tried.outcome(), tried.at(), tried.by(), tried.said(), tried.told(), tried.introduced());
  }
}
