package io.familiarface.jobs.plan;

import io.familiarface.jobs.plan.problem.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What to do with work beside visits.
 *
 * @param technicianId who would do it; null if nobody was found
 * @param at the start of its first day
 * @param promisesBroken none by a step: they are of who comes to visits
 * @param nextFreeBroken how many whoever is free would break
 */
record OtherProposal(
    OtherWork work,
    UUID technicianId,
    Instant at,
    List<UUID> promisesBroken,
    int nextFreeBroken,
    String reason) {
  Proposal proposal() {
    return technicianId == null ? Proposal.LEAVE : Proposal.SEND;
  }
}
