package io.familiarface.customers.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What others may write about a customer: the body of a POST, a line of an import. */
@Schema(
    example =
        """
        {"kind": "BUSINESS", "name": "Corner Books",
         "preferredName": "Nora", "email": "nora@example.com", "phone": "+1 802 555 0117",
         "address": {"line1": "12 Mill Lane", "city": "Burlington", "postalCode": "05401",
                     "country": "US"},
         "branch": "north",
         "burnedBefore": {"what": "The last company sent a different person every month."}}""")
public record NewCustomer(
    @Size(max = 100) @Pattern(regexp = "\\S+", message = "must not contain blanks") @Schema(description = "The key of this customer in another system.")
        String externalId,
    @NotNull Kind kind,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 100) @Schema(description = "What they like to be called.") String preferredName,
    @Email @Size(max = 254) String email,
    @Size(max = 50) @Pattern(
            regexp = "[+]?[0-9 ()./x-]{3,}",
            message = "must be a telephone number: digits, blanks, + ( ) . / - or x")
        String phone,
    @Valid Address address,
    @Size(max = 100) String branch,
    @Valid BurnedBefore burnedBefore,
    @Schema(description = "Since when they are a customer. Left out: now.") Instant createdAt) {

  /** What an import says of a known customer: what it leaves out stays as it was. */
  NewCustomer over(NewCustomer known) {
    return new NewCustomer(
        externalId,
        kind,
        name,
        either(preferredName, known.preferredName),
        either(email, known.email),
        either(phone, known.phone),
        address == null ? known.address : address.over(known.address),
        either(branch, known.branch),
        either(burnedBefore, known.burnedBefore),
        either(createdAt, known.createdAt));
  }

  private static <T> T either(T said, T known) {
    return said == null ? known : said;
  }
}
