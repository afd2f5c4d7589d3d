package io.familiarface.feedback.report;

import io.familiarface.rest.NullOrNotBlank;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.technicianchange.Permanence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Visits that have not happened. */
@Schema(name = "WhatIfQuestion")
record WhatIfQuestion(
    @NotNull @Size(min = 1, max = 24) List<@NotNull @Valid Visit> visits,
    @Schema(description = "By what had happened until then; now if left out.") Instant asOf) {

  /** Why somebody else would come, in the words of an assignment. */
  @Schema(name = "WhatIfReason", description = "SICK and VACATION are taken as ABSENT.")
  enum Reason {
    NONE(ChangeReason.NONE),
    ABSENT(ChangeReason.ABSENT),
    SICK(ChangeReason.ABSENT),
    VACATION(ChangeReason.ABSENT),
    LEFT_COMPANY(ChangeReason.LEFT_COMPANY),
    REASSIGNED(ChangeReason.REASSIGNED),
    CUSTOMER_REQUEST(ChangeReason.CUSTOMER_REQUEST),
    OTHER(ChangeReason.OTHER);

    private final ChangeReason meant;

    Reason(ChangeReason meant) {
      this.meant = meant;
    }
  }

  /** A visit as it might take place; what is left out is unknown, which is not "no". */
  @Schema(
      name = "WhatIfVisit",
      description = "Names the technician by technicianId or technicianExternalId.")
  record Visit(
      @Schema(description = "The customer's first running agreement if left out.") UUID agreementId,
      UUID technicianId,
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(examples = "T0004")
          String technicianExternalId,
      @NotNull @Schema(description = "At most 730 days from now, or from asOf.")
          Instant scheduledAt,
      Reason changeReason,
      Permanence permanence,
      @Schema(description = "Whether the customer is told before.") Boolean customerTold,
      @Schema(description = "Whether a newcomer is introduced before.") Boolean introduced) {

    ChangeReason reason() {
      return changeReason == null ? null : changeReason.meant;
    }
  }
}
