package io.familiarface.jobs.calendar;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose visits are to be subscribed to: one technician's or one customer's. */
@Schema(
    name = "NewCalendarLink",
    example =
        """
        {"technicianExternalId": "T0004"}""")
record NewCalendarLink(
    @Schema(description = "The key of another system, unique here.") @Size(min = 1, max = 100) String externalId,
    UUID technicianId,
    @Schema(examples = "T0004") @Size(min = 1, max = 100) String technicianExternalId,
    UUID customerId,
    @Schema(examples = "C0001") @Size(min = 1, max = 100) String customerExternalId) {}
