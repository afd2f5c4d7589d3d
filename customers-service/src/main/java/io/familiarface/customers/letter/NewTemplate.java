package io.familiarface.customers.letter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template, or what it is to be from now on. */
@Schema(
    example =
        """
        {"name": "summer-visit", "kind": "HANDOUT", "language": "en",
         "body": "# Good to see you, {{customer.preferredName}}\\n\\n- Keep the garden door shut.\\n\\n{{company.name}}, {{today}}"}""")
public record NewTemplate(
    @Size(min = 1, max = 100) @Schema(description = "The key of this template in another system.")
        String externalId,
    @NotBlank @Size(max = 100) @Schema(description = "The same in every language.") String name,
    @NotNull TemplateKind kind,
    @Pattern(
            regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
            message = "is a language such as en or pt-BR")
        @Schema(description = "Left out: en.")
        String language,
    @NotBlank @Size(max = 20000) @Schema(
            description =
                "Text with headings (# and ##), bullets (-) and paragraphs, all of it escaped."
                    + " Placeholders: {{customer.name}}, {{customer.preferredName}},"
                    + " {{customer.address}}, {{company.name}}, {{company.phone}},"
                    + " {{company.newsletter}}, {{today}}, {{madeBy}}, {{approvedBy}},"
                    + " {{certificates}}.")
        String body) {

  public NewTemplate {
    language = language == null ? "en" : language;
  }
}
