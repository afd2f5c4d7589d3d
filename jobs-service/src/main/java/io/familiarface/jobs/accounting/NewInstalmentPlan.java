package io.familiarface.jobs.accounting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an invoice is paid in parts. */
@Schema(
    example =
        """
        {"instalments": []}""")
record NewInstalmentPlan(
    @NotNull @Size(max = 60) @Schema(
            description =
                "In the order of their days; together what is to be paid of the invoice. None: it is"
                    + " paid at once again.")
        List<@NotNull @Valid Instalment> instalments) {}
