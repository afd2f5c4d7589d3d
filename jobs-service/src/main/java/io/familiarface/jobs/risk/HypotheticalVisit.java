package io.familiarface.jobs.risk;

import java.time.Instant;
import java.util.UUID;

/** A visit as it might take place; what is null is unknown. */
public record HypotheticalVisit(
    UUID agreementId,
    UUID technicianId,
    Instant scheduledAt,
    String changeReason,
    String permanence,
    Boolean customerTold,
    Boolean introduced) {}
