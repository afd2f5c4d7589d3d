package io.familiarface.jobs.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal for the visits that can't take place as planned, and how far it is. */
@Schema(name = "Plan")
record PlanView(
    @JsonUnwrapped PlanHead plan,
    @Schema(description = "From 0 to 1.") double progress,
    @Schema(description = "What is missing or went wrong; null if nothing.") String why,
    @Schema(
            description =
                "What customers who pay so much a year are expected to leave: as it is without the"
                    + " visits, if whoever is free"
                    + " is sent, and by this plan. Of visits alone: of steps of projects and"
                    + " agreements at rest it is not known. Null while nobody knows.")
        Losses expectedLoss,
    @Schema(description = "By all that is proposed, visits or not.") PlanCounts promisesBroken,
    @Schema(description = "Visits for which nobody was found.") PlanCounts visitsLeft,
    List<Item> items) {

  @Schema(name = "PlanLosses")
  record Losses(Money now, Money nextFree, Money plan) {}

  @Schema(name = "PlanCounts")
  record PlanCounts(int nextFree, int plan) {}

  /** What became of a proposal. */
  @Schema(name = "PlanDecision")
  enum Decision {
    ACCEPTED,
    REFUSED
  }

  /**
   * What to do with one visit, the most dangerous first; after those with steps of projects and
   * agreements at rest.
   */
  @Schema(name = "PlanItem")
  record Item(
      @Schema(description = "Of the visit, the step or the agreement that it is about.") UUID id,
      @Schema(description = "Null for a step, and for an agreement paused without an end.")
          UUID visitId,
      String visitExternalId,
      @Schema(description = "Null for a step.") UUID agreementId,
      @Schema(description = "Null but for a step of a project.") UUID projectId,
      Integer step,
      String stepTitle,
      UUID customerId,
      String customerName,
      Proposal proposal,
      @Schema(description = "Who would come; null if nobody was found.") UUID technicianId,
      String technicianName,
      Instant scheduledAt,
      BigDecimal probabilityNow,
      BigDecimal probabilityAfter,
      @Schema(
              description =
                  "The ids of the promises that it would break; none for a step, as they are of who"
                      + " comes to visits.")
          List<UUID> promisesBroken,
      String reason,
      @Schema(description = "A visit before, at which both can be, to introduce the new one.")
          UUID jointVisitId,
      Instant jointAt,
      @Schema(description = "Null while nobody has decided.") Decision decision) {}
}
