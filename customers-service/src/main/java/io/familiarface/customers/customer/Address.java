package io.familiarface.customers.customer;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** Where to send somebody. */
@Embeddable
public record Address(
    @PropagateNull @NotBlank @Size(max = 200) @Schema(examples = "12 Mill Lane") String line1,
    @Size(max = 200) String line2,
    @NotBlank @Size(max = 100) @Schema(examples = "Burlington") String city,
    @Size(max = 100) @Schema(examples = "VT") String region,
    @Size(max = 20) @Schema(examples = "05401") String postalCode,
    @Pattern(regexp = "[A-Z]{2}", message = "must be a country code of two capital letters") @Schema(examples = "US")
        String country) {}
