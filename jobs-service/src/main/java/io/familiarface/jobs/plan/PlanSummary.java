package io.familiarface.jobs.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/** A plan as a list shows it; what it proposes is read by its id. */
@Schema(name = "PlanSummary")
record PlanSummary(
    @Nested @JsonUnwrapped PlanHead plan,
    @Schema(description = "How many visits, steps of projects and resting agreements it is about.")
        int visits,
    @Schema(description = "On how many of them nobody has decided.") int undecided) {}
