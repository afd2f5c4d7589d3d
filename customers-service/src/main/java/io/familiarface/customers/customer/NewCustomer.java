package io.familiarface.customers.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What others may write about a customer: the body of a POST, a line of an import. */
@Schema(
    example =
        """
        {"kind": "BUSINESS", "name": "Corner Books",
         "preferredName": "Nora", "language": "en", "email": "nora@example.com", "phone": "+1 802 555 0117",
         "preferredChannel": "PHONE", "preferredHours": "weekdays after five",
         "address": {"line1": "12 Mill Lane", "city": "Burlington", "postalCode": "05401",
                     "country": "US"},
         "branch": "north",
         "burnedBefore": {"what": "The last company sent a different person every month."}}""")
public record NewCustomer(
    @Size(min = 1, max = 100) @Schema(description = "The key of this customer in another system.")
        String externalId,
    @NotNull Kind kind,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 100) @Schema(description = "What they like to be called.") String preferredName,
    @Size(max = 35) @Pattern(regexp = LANGUAGE_TAG, message = LANGUAGE_MESSAGE) @Schema(description = "A language tag.", examples = "en")
        String language,
    @Email @Size(max = 254) String email,
    @Size(max = 50) @Schema(
            description =
                "As people write it; kept in E.164. Without a country code it is one of the country"
                    + " of the address, or else of the company's.")
        String phone,
    @Size(max = 50) @Schema(
            description =
                "More telephone numbers, the one to try first in front; kept as phone is.")
        List<@NotBlank @Size(max = 50) String> otherPhones,
    @Size(max = 50) @Schema(description = "More e-mail addresses, the one to try first in front.")
        List<@NotBlank @Email @Size(max = 254) String> otherEmails,
    @Schema(description = "How they like to be reached.") PreferredChannel preferredChannel,
    @Size(max = 200) @Schema(description = "When they like to be reached, in their words.")
        String preferredHours,
    @Valid Address address,
    @Size(max = 100) String branch,
    @Valid BurnedBefore burnedBefore,
    @Schema(description = "Since when they are a customer. Left out: now.") Instant createdAt) {

  public static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";
  public static final String LANGUAGE_MESSAGE = "must be a language tag such as en or es-MX";

  NewCustomer withPhones(String another, List<String> others) {
    return new NewCustomer(
        externalId,
        kind,
        name,
        preferredName,
        language,
        email,
        another,
        others,
        otherEmails,
        preferredChannel,
        preferredHours,
        address,
        branch,
        burnedBefore,
        createdAt);
  }

  /** What an import says of a known customer: what it leaves out stays as it was. */
  NewCustomer over(NewCustomer known) {
    return new NewCustomer(
        externalId,
        kind,
        name,
        either(preferredName, known.preferredName),
        either(language, known.language),
        either(email, known.email),
        either(phone, known.phone),
        either(otherPhones, known.otherPhones),
        either(otherEmails, known.otherEmails),
        either(preferredChannel, known.preferredChannel),
        either(preferredHours, known.preferredHours),
        address == null ? known.address : address.over(known.address),
        either(branch, known.branch),
        either(burnedBefore, known.burnedBefore),
        either(createdAt, known.createdAt));
  }

  /** What is said of another, where nothing is known of this one. */
  NewCustomer under(NewCustomer known) {
    return new NewCustomer(
        either(known.externalId, externalId),
        known.kind,
        known.name,
        either(known.preferredName, preferredName),
        either(known.language, language),
        either(known.email, email),
        either(known.phone, phone),
        both(known.otherPhones, otherPhones),
        both(known.otherEmails, otherEmails),
        either(known.preferredChannel, preferredChannel),
        either(known.preferredHours, preferredHours),
        either(known.address, address),
        either(known.branch, branch),
        either(known.burnedBefore, burnedBefore),
        createdAt);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static <T> T either(T said, T known) {
    return said == null ? known : said;
  }
}
