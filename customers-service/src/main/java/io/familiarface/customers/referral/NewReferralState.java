package io.familiarface.customers.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a referral. */
@Schema(example = "{\"state\": \"CONTACTED\"}")
public record NewReferralState(
    @NotNull ReferralState state,
    @Schema(description = "Who they are with us; of BECAME_CUSTOMER.") UUID customerId,
    @Size(min = 1, max = 100) @Schema(description = "The same by the external id; give one of the two.")
        String customerExternalId,
    @Size(max = 200) @Schema(description = "Whom they named; of GIVEN.") String name,
    @Size(max = 50) String phone,
    @Size(max = 320) String email,
    @Size(max = 2000) String note,
    @Schema(description = "Left out: now.") Instant at) {}
