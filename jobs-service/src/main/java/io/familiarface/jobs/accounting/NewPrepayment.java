package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement that is paid for in advance. */
@Schema(
    example =
        """
        {"agreementExternalId": "A0063", "amount": {"amount": "960.00", "currency": "USD"},
         "from": "{today}", "to": "{today+364}"}""")
record NewPrepayment(
    UUID agreementId,
    @Size(min = 1, max = 100) @Schema(description = "The same by its external id; give one of the two.")
        String agreementExternalId,
    @NotNull @Valid @Schema(description = "For the whole time; tax as in prices of agreements.")
        Money amount,
    @NotNull @Schema(description = "The first day that it is for.") LocalDate from,
    @NotNull @Schema(description = "The last day that it is for; at most ten years later.")
        LocalDate to) {}
