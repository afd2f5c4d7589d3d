package io.familiarface.customers.promise;

import io.familiarface.customers.technician.NamesTechnician;
import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise as it was given. */
@Schema(
    example =
        """
        {"kind": "ARRIVAL_WINDOW", "text": "We come between nine and ten, never later."}""")
public record NewPromise(
    @Size(min = 1, max = 100) @Schema(description = "The key of this promise in another system.")
        String externalId,
    @NotNull PromiseKind kind,
    @NotBlank @Size(max = 2000) String text,
    @NullOrNotBlank @Size(max = 200) @Schema(description = "Who gave it. Left out: the caller.")
        String madeBy,
    @Schema(description = "Left out: now.") Instant madeAt,
    @Schema(
            description =
                "Who is to come, of a SAME_TECHNICIAN promise; left out: whoever is usual.")
        UUID technicianId,
    @Schema(description = "The same by the technician's external id; give one of the two.")
        @Size(min = 1, max = 100) String technicianExternalId,
    @Schema(description = "Until when it binds us. Left out: without end.") Instant validUntil)
    implements NamesTechnician {}
