package io.familiarface.jobs.visit;

import java.time.Instant;

/**
 * A visit, and when it is to take place instead: checked, not yet done.
 *
 * @param timed whether it is at that time; else it is that day alone
 * @param comes who would be there, and why; null if nobody is assigned
 */
public record ProposedMove(Visit visit, Instant to, boolean timed, Substitution comes) {}
