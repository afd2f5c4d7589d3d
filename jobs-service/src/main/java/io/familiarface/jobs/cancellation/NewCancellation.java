package io.familiarface.jobs.cancellation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "NewCancellation",
    example =
        """
        {"reason": "TECHNICIAN_CHANGES", "words": "I never know who will be at my door."}""")
record NewCancellation(
    @Schema(description = "When the customer cancelled; now if not given.") Instant cancelledAt,
    @Schema(examples = "TECHNICIAN_CHANGES") @NotNull CancellationReason reason,
    @Schema(
            examples = "I never know who will be standing in my shop.",
            description = "What the customer said, in the customer's words.")
        @Size(max = 4000) String words,
    @Schema(description = "The letter in which the customer cancelled.") @Size(max = 4000) String letter) {}
