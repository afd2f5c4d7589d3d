package io.familiarface.jobs.cancellation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cancellation of another system, one line of an import. */
@Schema(name = "CancellationLine")
record CancellationLine(
    @Schema(examples = "A000017") @NotBlank @Size(max = 100) String agreementExternalId,
    @Schema(examples = "2025-11-03T16:00:00Z") @NotNull Instant cancelledAt,
    @Schema(examples = "TECHNICIAN_CHANGES") @NotNull CancellationReason reason,
    @Size(max = 4000) String words) {}
