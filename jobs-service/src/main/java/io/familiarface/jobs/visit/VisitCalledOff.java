package io.familiarface.jobs.visit;

/**
 * We do not come to a visit, which is withdrawn with none in its place, in the running transaction:
 * the customer has to be told.
 */
public record VisitCalledOff(Visit withdrawn) {}
