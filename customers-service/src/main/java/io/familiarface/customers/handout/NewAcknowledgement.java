package io.familiarface.customers.handout;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the customer has it in hand. */
@Schema(example = "{\"handedBy\": \"Bill Novak\"}")
public record NewAcknowledgement(
    @NullOrNotBlank
        @Size(min = 1, max = 200) @Schema(description = "Who handed it over. Left out: the caller.")
        String handedBy,
    @Schema(description = "When. Left out: now.") Instant at) {}
