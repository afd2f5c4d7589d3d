package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was paid of an invoice; one line of an import says the same.
 *
 * @param reference by which the bank, or whoever reports it, knows this payment
 */
@Schema(
    example =
        """
        {"document": "INV-{year-25}-000001", "amount": {"amount": "10.00", "currency": "USD"},
         "paidOn": "{today-1}", "reference": "BANK-0001"}""")
record NewPayment(
    @NotBlank @Size(max = 40) @Schema(description = "The number of the invoice.", examples = "INV-2026-000017")
        String document,
    @NotNull @Valid Money amount,
    @NotNull @Schema(description = "Today or before.") LocalDate paidOn,
    @NotBlank @Size(max = 100) @Schema(
            description = "By which whoever reports it knows it; a payment counts once.",
            examples = "BANK-0001")
        String reference) {}
