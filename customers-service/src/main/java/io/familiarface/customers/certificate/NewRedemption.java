package io.familiarface.customers.certificate;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who brings a certificate. */
@Schema(
    description = "Names the customer by customerId or customerExternalId.",
    example = "{\"customerExternalId\": \"C0004\"}")
public record NewRedemption(UUID customerId, @Size(min = 1, max = 100) String customerExternalId) {}
