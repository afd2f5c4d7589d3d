package io.familiarface.jobs.plan;

import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.visit.Permanence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was found.
 *
 * @param riskKnown whether feedback-service could be asked
 * @param lossNow what is expected to be lost without the visits, in cents a year
 */
record SolvedPlan(
    UUID planId,
    String currency,
    boolean riskKnown,
    boolean leftOut,
    long lossNow,
    Side nextFree,
    Side plan,
    List<Item> items,
    List<OtherProposal> others) {

  /**
   * What a way to serve all the visits comes to.
   *
   * @param expectedLoss a year, in cents
   * @param left visits for which nobody was found
   */
  record Side(long expectedLoss, int promisesBroken, int left) {}

  /** What to do with one visit. */
  record Item(
      int number,
      VisitToServe visit,
      Proposal proposal,
      UUID technicianId,
      Permanence permanence,
      Instant at,
      BigDecimal probabilityNow,
      BigDecimal probabilityAfter,
      List<UUID> promisesBroken,
      String reason,
      UUID jointVisitId,
      Instant jointAt) {}
}
