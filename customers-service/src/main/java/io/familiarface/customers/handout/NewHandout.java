package io.familiarface.customers.handout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which template a handout is to be made. */
@Schema(example = "{\"template\": \"first-visit\"}")
public record NewHandout(
    @NotBlank @Size(max = 100) String template,
    @Pattern(
            regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
            message = "is a language such as en or pt-BR")
        @Schema(
            description =
                "Left out: the customer's own. Where there is no template in it, or none is known:"
                    + " the company's usual one.")
        String language) {}
