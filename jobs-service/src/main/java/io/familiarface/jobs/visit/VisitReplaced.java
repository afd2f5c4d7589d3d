package io.familiarface.jobs.visit;

/**
 * The rule has made a visit in the place of one that is withdrawn, in the running transaction.
 *
 * @param ours whether we wanted it so, and the customer has to be told
 */
public record VisitReplaced(Visit withdrawn, Visit made, boolean ours) {}
