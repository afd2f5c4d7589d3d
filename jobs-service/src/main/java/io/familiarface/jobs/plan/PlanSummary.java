package io.familiarface.jobs.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan as a list shows it; what it proposes is read by its id. */
@Schema(name = "PlanSummary")
record PlanSummary(
    UUID id,
    String externalId,
    PlanKind kind,
    UUID technicianId,
    String technicianName,
    LocalDate from,
    @Schema(description = "The last day away; null when somebody has left.") LocalDate until,
    PlanState state,
    @Schema(description = "How many visits it is about.") int visits,
    @Schema(description = "On how many of them nobody has decided.") int undecided,
    Instant madeAt,
    Instant solvedAt) {}
