package io.familiarface.feedback.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ways to serve several customers, each by itself: nothing of one is in the answer to another. */
@Schema(
    name = "WhatIfQuestions",
    example =
        """
        {"questions": [{"customerId": "ext:C0001", "visits": [{"technicianExternalId": "T0004",
         "scheduledAt": "{today+7}T15:00:00Z", "changeReason": "ABSENT"}]}]}\
        """)
record WhatIfQuestions(
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Question> questions) {

  /** A customer, and visits that might take place. */
  @Schema(name = "WhatIfOfCustomer")
  record Question(
      @NotNull @Size(min = 1, max = 200) @Schema(description = "An id, or ext: and an external id.", examples = "ext:C0001")
          String customerId,
      @NotNull @Size(min = 1, max = 24) List<WhatIfQuestion.@NotNull @Valid Visit> visits) {}
}
