package io.familiarface.jobs.plan.problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A way to serve a visit that breaks no rule by itself; two of them can still collide.
 *
 * @param technicianId who would come; null for {@link Proposal#LEAVE}
 * @param timed whether it is at that time and no other of the day: only then it takes anybody's
 *     time
 * @param promisesBroken the promises that it would break
 * @param expectedLoss in cents a year: the probability that the customer leaves then, by what they
 *     pay in a year; 0 while nobody knows
 * @param inconvenience in the same cents: what moving, or what collides later, is taken to cost
 * @param preference breaks ties; higher is better
 */
public record Option(
    Proposal proposal,
    UUID technicianId,
    Instant at,
    boolean timed,
    List<UUID> promisesBroken,
    long expectedLoss,
    long inconvenience,
    int preference) {

  public Option {
    promisesBroken = List.copyOf(promisesBroken);
  }
}
