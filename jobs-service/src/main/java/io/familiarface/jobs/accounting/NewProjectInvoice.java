package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Steps of a project that are to be paid for, together on one invoice. */
@Schema(
    example =
        """
        {"projectExternalId": "PJ0001",
         "lines": [{"step": 1, "price": {"amount": "240.00", "currency": "USD"}}]}""")
record NewProjectInvoice(
    UUID projectId,
    @Size(min = 1, max = 100) @Schema(description = "The same by its external id; give one of the two.")
        String projectExternalId,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

  @Schema(name = "NewProjectInvoiceLine")
  record Line(
      @NotNull @Min(1) @Schema(description = "The number of the step.") Integer step,
      @NotNull @Valid @Schema(description = "All in one currency; tax as in prices of agreements.")
          Money price,
      @Size(min = 1, max = 200) @Schema(
              description = "What it is taxed and booked as; the title of the step if left out.")
          String program) {}
}
