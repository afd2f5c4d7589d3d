package io.familiarface.jobs.plan;

import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.visit.Permanence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a plan proposes for a visit, a step, or an agreement at rest, with the names. */
record PlanItemRow(
    int number,
    UUID itemId,
    UUID visitId,
    String visitExternalId,
    long itemVersion,
    UUID agreementId,
    UUID projectId,
    Integer step,
    String stepTitle,
    UUID customerId,
    String customerName,
    Proposal proposal,
    UUID technicianId,
    String technicianName,
    Instant scheduledAt,
    Permanence permanence,
    BigDecimal probabilityNow,
    BigDecimal probabilityAfter,
    List<UUID> promisesBroken,
    String reason,
    UUID jointVisitId,
    Instant jointAt,
    PlanView.Decision decision) {

  boolean isVisit() {
    return visitId != null;
  }

  PlanView.Item view() {
    return new PlanView.Item(
        itemId,
        visitId,
        visitExternalId,
        agreementId,
        projectId,
        step,
        stepTitle,
        customerId,
        customerName,
        proposal,
        technicianId,
        technicianName,
        scheduledAt,
        probabilityNow,
        probabilityAfter,
        promisesBroken,
        reason,
        jointVisitId,
        jointAt,
        decision);
  }
}
