package io.familiarface.jobs.accounting.system;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which documents are to be booked again. */
@Schema(example = "{\"documents\": [\"INV-2026-000017\"]}")
record NewRetries(
    @Size(min = 1, max = 500) @Schema(description = "Their numbers; all if left out.")
        List<@NotBlank @Size(max = 40) String> documents) {}
