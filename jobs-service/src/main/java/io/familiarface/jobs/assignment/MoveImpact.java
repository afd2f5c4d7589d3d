package io.familiarface.jobs.assignment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What moving a visit costs, before anybody moves it.
 *
 * @param available whether feedback-service could be asked; if not, the probabilities are null
 * @param why what is missing, for a person to read; null when nothing is
 */
@Schema(name = "MoveImpact")
record MoveImpact(
    UUID visitId,
    @Schema(description = "Who would come then; null if nobody is assigned.") UUID technicianId,
    @Schema(description = "The usual technician, who is back then, would take the visit back.")
        boolean takenBack,
    boolean available,
    String why,
    @Schema(examples = "0.12") BigDecimal probabilityBefore,
    @Schema(examples = "0.10") BigDecimal probabilityAfter,
    List<Impact.BrokenPromise> promisesBroken) {}
