package io.familiarface.jobs.accounting.push;

import io.familiarface.jobs.accounting.DocumentKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where documents are to be pushed, which, and when. */
@Schema(
    example =
        """
        {"url": "https://accounting.example/hooks/familiar-face", "events": ["INVOICE", "CREDIT_MEMO"],
         "cron": "0 6 * * *", "zone": "America/New_York"}""")
record NewEndpoint(
    @NotBlank @Size(max = 2000) @Schema(description = "An https address in the public network.")
        String url,
    @Size(min = 1, max = 2) @Schema(description = "Which documents; both kinds if left out.")
        List<@NotNull DocumentKind> events,
    @Size(min = 1, max = 100) @Schema(
            description =
                "When, as five fields of cron: minute, hour, day, month, day of the week. Left out:"
                    + " each document as soon as it is ready.")
        String cron,
    @Size(min = 1, max = 60) @Schema(description = "The time zone of cron; the company's if left out.")
        String zone) {}
