package io.familiarface.jobs.visit;

import java.time.Instant;

/**
 * A visit, and when it is to take place instead: checked, not yet done.
 *
 * @param comes who would be there, and why; null if nobody is assigned
 */
public record ProposedMove(Visit visit, Instant to, Substitution comes) {}
