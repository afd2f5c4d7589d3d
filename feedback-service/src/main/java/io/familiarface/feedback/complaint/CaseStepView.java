package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseStep;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that was taken, as it is read. */
@Schema(name = "TakenStep")
record CaseStepView(
    UUID id,
    CaseStep step,
    @Schema(description = "1, and one more each time the customer came back.") int round,
    Instant at,
    @Schema(
            description =
                "Who took it; null for what another system told of, which does not say who.")
        String by,
    String recordedBy,
    Instant recordedAt,
    StepDetails details) {}
