package io.familiarface.jobs.visit;

/**
 * A visit was made or changed, in the running transaction, and has its new version.
 *
 * @param before null for one just made, or when nobody needs to know
 * @param telling what the customer knows of it already
 */
public record VisitChanged(Visit visit, VisitSnapshot before, Telling telling) {}
