package io.familiarface.customers.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is the same customer. */
@Schema(
    example =
        """
        {"from": "ext:C0301"}""")
public record NewMerge(
    @NotBlank @Size(max = 104) @Schema(
            description = "The other one, who will be no more: an id, or ext: and an external id.")
        String from) {}
