package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit somebody asks for: of an agreement, or of the one agreement that a customer has. */
@Schema(
    name = "NewVisit",
    example =
        """
        {"agreementExternalId": "A0002", "scheduledAt": "{today+12}T22:10:00Z"}""")
record NewVisit(
    @Schema(examples = "V0001-099") @Size(min = 1, max = 100) String externalId,
    UUID agreementId,
    @Schema(examples = "A0002") @Size(min = 1, max = 100) String agreementExternalId,
    @Schema(description = "Instead of the agreement, for a customer who has just one.")
        UUID customerId,
    @Schema(description = "Instead of the agreement, for a customer who has just one.")
        @Size(min = 1, max = 100) String customerExternalId,
    @Schema(examples = "2027-02-01T15:00:00Z") @NotNull Instant scheduledAt,
    @Schema(
            examples = "120",
            description =
                "For how many minutes from scheduledAt on whoever comes may arrive; as the agreement"
                    + " says if left out.")
        @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(
            description =
                "Why whoever comes goes outside of their working hours, or without a licence, all the same.")
        @Size(min = 1, max = 500) String override) {}
