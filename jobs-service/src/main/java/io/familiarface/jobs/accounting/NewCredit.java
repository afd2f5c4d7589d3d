package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is given back of an invoice, and why. */
@Schema(
    example =
        """
        {"amount": {"amount": "10.00", "currency": "USD"}, "reason": "We came an hour late."}""")
record NewCredit(
    @NotNull @Valid @Schema(description = "Tax included; at most what has not been credited yet.")
        Money amount,
    @NotBlank @Size(max = 500) String reason) {}
