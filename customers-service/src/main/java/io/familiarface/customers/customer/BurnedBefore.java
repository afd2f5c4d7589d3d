package io.familiarface.customers.customer;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** What another company did to this customer before they came to us. */
@Embeddable
public record BurnedBefore(
    @PropagateNull
        @NotBlank @Size(max = 2000) @Schema(examples = "The last company took the deposit and never came back.")
        String what,
    @Schema(description = "When we heard of it. Left out: now.") Instant heardAt) {}
