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
        String country) {

  /** The same house keeps what is not said of it anew; another one does not. */
  Address over(Address known) {
    boolean sameHouse = known != null && line1.equals(known.line1) && city.equals(known.city);
    return sameHouse
        ? new Address(
            line1,
            line2 == null ? known.line2 : line2,
            city,
            region == null ? known.region : region,
            postalCode == null ? known.postalCode : postalCode,
            country == null ? known.country : country)
        : this;
  }
}
