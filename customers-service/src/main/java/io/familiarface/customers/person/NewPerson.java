package io.familiarface.customers.person;

import io.familiarface.customers.customer.NewCustomer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the people of a household or a business. */
@Schema(
    example =
        """
        {"name": "Sam Rivera", "role": "opens up in the morning", "phone": "802 555 0119"}""")
public record NewPerson(
    @Size(min = 1, max = 100) @Schema(
            description =
                "The key of this person in another system, one of its kind for this customer.")
        String externalId,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 200) @Schema(description = "What they are there: tenant, office manager.")
        String role,
    @Size(max = 100) @Schema(description = "What they like to be called.") String preferredName,
    @Size(max = 35) @Pattern(regexp = NewCustomer.LANGUAGE_TAG, message = NewCustomer.LANGUAGE_MESSAGE) @Schema(description = "A language tag.", examples = "en")
        String language,
    @Size(max = 50) @Schema(description = "As people write it; kept in E.164.") String phone,
    @Email @Size(max = 254) String email) {}
