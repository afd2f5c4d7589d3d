package io.familiarface.jobs.plan;

import io.familiarface.jobs.plan.problem.Proposal;
import java.time.Instant;
import java.util.UUID;

/**
 * What to do with work beside visits.
 *
 * @param technicianId who would do it; null if nobody was found
 * @param at the start of its first day
 */
record OtherProposal(OtherWork work, UUID technicianId, Instant at, String reason) {
  Proposal proposal() {
    return technicianId == null ? Proposal.LEAVE : Proposal.SEND;
  }
}
