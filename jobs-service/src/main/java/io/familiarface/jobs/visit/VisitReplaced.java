package io.familiarface.jobs.visit;

/** The rule has made a visit in the place of one that is withdrawn, in the running transaction. */
public record VisitReplaced(Visit withdrawn, Visit made) {}
