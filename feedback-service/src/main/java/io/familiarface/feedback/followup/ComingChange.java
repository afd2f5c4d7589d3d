package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.risk.signal.ChangeReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** Somebody else than usual is planned for a customer's next visit. */
@Schema(
    name = "ComingChange",
    description =
        "Somebody else than usual is planned for the next visit; tell the customer before.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ComingChange(
    @PropagateNull UUID visitId,
    Instant scheduledAt,
    @Schema(description = "Whether nobody has said at what time of that day.") boolean anyTime,
    @Schema(description = "Who is planned to come.") UUID technicianId,
    @Schema(examples = "Carlos Diaz", description = "Their name, if it is known here.")
        String technicianName,
    ChangeReason reason,
    @Schema(description = "Whether the customer was told; null if nobody knows.")
        Boolean customerTold,
    @Schema(description = "Whether the newcomer was introduced; null if nobody knows.")
        Boolean introduced) {}
