package io.familiarface.customers.site;

import io.familiarface.customers.customer.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the places where we work for a customer. */
@Schema(
    example =
        """
        {"name": "The warehouse", "note": "Ring at the back.",
         "address": {"line1": "4 Canal Street", "city": "Winooski", "postalCode": "05404"}}""")
public record NewSite(
    @Size(min = 1, max = 100) @Schema(
            description =
                "The key of this site in another system, one of its kind for this customer.")
        String externalId,
    @NotBlank @Size(max = 200) @Schema(description = "What they call it.") String name,
    @NotNull @Valid Address address,
    @Size(max = 50) @Schema(description = "As people write it; kept in E.164.") String phone,
    @Size(max = 2000) @Schema(description = "What to know on the spot.") String note) {}
