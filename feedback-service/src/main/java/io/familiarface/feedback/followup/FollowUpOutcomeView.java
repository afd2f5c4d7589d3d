package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** What came of a call, as it is read. */
@Schema(name = "FollowUpOutcome")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowUpOutcomeView(
    @PropagateNull CallOutcome outcome,
    Instant at,
    @Schema(description = "Who recorded it.", examples = "Maria") String by,
    @Schema(description = "Called: what the customer said.", examples = "Please send Ben again.")
        String said,
    @Schema(description = "Why they left or what went wrong; null where nobody has said.")
        String cause,
    @Schema(description = "Whether the customer was told of the coming change.") boolean told,
    @Schema(description = "Whether the newcomer was introduced.") boolean introduced) {}
