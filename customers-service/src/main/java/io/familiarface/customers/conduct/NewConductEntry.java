package io.familiarface.customers.conduct;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An incident, or what we said or tried. */
@Schema(
    example =
        """
        {"kind": "LIMIT_STATED", "text": "Asked to stop shouting; otherwise the call ends."}""")
public record NewConductEntry(
    @Size(min = 1, max = 100) @Schema(
            description =
                "The key of this entry in another system, one of its kind for this customer.")
        String externalId,
    @NotNull ConductKind kind,
    @NotBlank @Size(max = 4000) String text,
    @Schema(description = "Left out: now.") Instant at,
    @NullOrNotBlank
        @Size(max = 200) @Schema(description = "Whose experience it is. Left out: the caller.")
        String by) {}
