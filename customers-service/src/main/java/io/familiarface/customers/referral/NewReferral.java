package io.familiarface.customers.referral;

import io.familiarface.rest.NullOrNotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody was asked for a referral, and perhaps has given one. */
@Schema(
    description =
        "Names the customer by byCustomerId or byCustomerExternalId. Without a name they were asked"
            + " and have named nobody yet.",
    example =
        """
        {"byCustomerExternalId": "C0002", "name": "June Whitaker", "phone": "+1 413 555 0188",
         "source": "FOLLOW_UP"}""")
public record NewReferral(
    @Size(min = 1, max = 100) @Schema(description = "The key of this referral in another system.")
        String externalId,
    UUID byCustomerId,
    @Size(min = 1, max = 100) String byCustomerExternalId,
    @Size(max = 200) @Schema(description = "Whom they recommended us to.") String name,
    @Size(max = 50) String phone,
    @Size(max = 320) String email,
    @Size(max = 2000) String note,
    @Schema(description = "Left out: OTHER.") ReferralSource source,
    @Schema(description = "When they were asked. Left out: now.") Instant askedAt,
    @NullOrNotBlank @Size(max = 200) @Schema(description = "Who asked them. Left out: the caller.")
        String askedBy) {}
