package io.familiarface.jobs.plan;

import io.familiarface.jobs.substitute.RosterEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a plan is made of, as it was at one instant.
 *
 * @param noticePeriod so long before a visit its customer has to be told
 * @param others what to do with work beside visits
 * @param leftOut whether more visits are touched than a plan is about
 */
record PlanDraft(
    PlanCause cause,
    Instant asOf,
    List<VisitToServe> visits,
    List<OtherProposal> others,
    List<RosterEntry> roster,
    Duration length,
    Duration noticePeriod,
    String currency,
    boolean leftOut) {}
