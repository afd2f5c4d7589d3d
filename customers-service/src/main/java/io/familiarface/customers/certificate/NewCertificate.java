package io.familiarface.customers.certificate;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate to be issued. */
@Schema(
    description =
        "Names the customer by customerId or customerExternalId, and its worth by the field of its"
            + " kind: amount, percent or gift.",
    example =
        """
        {"kind": "PERCENT", "percent": 10, "customerExternalId": "C0002", "transferable": true}""")
public record NewCertificate(
    @Size(min = 1, max = 100) @Schema(description = "The key of this certificate in another system.")
        String externalId,
    @NotNull CertificateKind kind,
    @Valid Money amount,
    @Min(1) @Max(100) Integer percent,
    @Size(min = 1, max = 200) @Schema(description = "What it is, and where it is to be had.")
        String gift,
    @Schema(description = "Who holds it.") UUID customerId,
    @Size(min = 1, max = 100) String customerExternalId,
    @Schema(description = "To be passed on to somebody else; left out: for the customer alone.")
        Boolean transferable,
    @Schema(description = "The last day on which it is redeemed. Left out: a year from now.")
        LocalDate validUntil) {}
