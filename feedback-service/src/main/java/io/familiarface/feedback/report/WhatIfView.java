package io.familiarface.feedback.report;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same customer at the same instant, without and with the visits asked about. */
@Schema(name = "WhatIf")
record WhatIfView(
    RiskView before,
    RiskView after,
    @Schema(description = "Whether any of the visits is a technician change.")
        boolean technicianChange,
    @Schema(description = "The promises that the visits would break.") List<UUID> promisesBroken,
    @Schema(description = "The promises that they would release in good order.")
        List<UUID> promisesReleased) {}
