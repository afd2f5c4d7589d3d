package io.familiarface.jobs.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan is for, and how far it is. */
record PlanHead(
    UUID id,
    String externalId,
    PlanKind kind,
    UUID technicianId,
    String technicianName,
    LocalDate from,
    @Schema(description = "The last day away; null when somebody has left.") LocalDate until,
    PlanState state,
    Instant madeAt,
    Instant solvedAt) {}
