package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/** How far a follow-up has come. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowUpProgress(
    FollowUpKind kind,
    FollowUpState state,
    @Schema(description = "Who is to call; null while nobody has taken it.", examples = "Maria")
        String owner,
    @Schema(description = "Since when the owner has it in hand; null while anybody may take it.")
        Instant claimedAt,
    LocalDate dueOn,
    Instant openedAt,
    @Nested("last_") @Schema(description = "What came of the newest try; null before the first.")
        FollowUpOutcomeView lastOutcome,
    Instant closedAt,
    @Schema(description = "Why no call is needed any more; null unless DROPPED.")
        DropReason droppedBecause) {

  static FollowUpProgress of(FollowUp followUp) {
    return new FollowUpProgress(
        followUp.kind,
        followUp.state,
        followUp.owner,
        followUp.claimedAt,
        followUp.dueOn,
        followUp.openedAt,
        followUp.lastOutcome == null
            ? null
            : new FollowUpOutcomeView(
                followUp.lastOutcome,
                followUp.lastAt,
                followUp.lastBy,
                followUp.lastSaid,
                followUp.lastCause,
                followUp.lastTold,
                followUp.lastIntroduced),
        followUp.closedAt,
        followUp.droppedBecause);
  }
}
