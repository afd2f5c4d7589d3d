package io.familiarface.customers.trait;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something particular about a customer, in the words of whoever heard it. */
@Schema(
    example =
        """
        {"category": "SENSITIVITY", "pinned": true,
         "text": "Strangers poking around the shop make them very nervous."}""")
public record NewTrait(
    @Size(min = 1, max = 100) @Schema(
            description =
                "The key of this trait in another system, one of its kind for this customer.")
        String externalId,
    @NotNull Category category,
    @Schema(description = "Shown first on every record and job sheet. Left out: false.")
        Boolean pinned,
    @NotBlank @Size(max = 2000) String text,
    @NullOrNotBlank @Size(max = 200) @Schema(description = "Left out: the caller.") String heardBy,
    @Schema(description = "Left out: now.") Instant heardAt,
    @Schema(description = "Of an EXPECTATION only. Left out: OPEN.") Standing standing,
    @Size(max = 2000) @Schema(description = "What we said to the expectation.") String said) {}
