package io.familiarface.jobs.project;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project in a list. */
@Schema(name = "ProjectSummary")
record ProjectSummary(
    UUID id,
    String externalId,
    UUID customerId,
    String customerName,
    String title,
    CareLevel careLevel,
    int surprises,
    Instant walkedThroughAt,
    Instant createdAt) {}
