package io.familiarface.feed.consumer;

import java.time.Instant;

/**
 * How far a service has come in a feed that it follows.
 *
 * @param behind how much is still to be applied: positions between it and the head, as of the
 *     producer's last answer, and parked events; at least 1 while something keeps it from going on
 * @param parked events set aside
 * @param heardAt when the producer last answered, be it with nothing new; null if it never has
 * @param state what this copy of the service is doing
 * @param problem what keeps it from going on; null if nothing does
 */
public record ConsumerStatus(
    String feed,
    long position,
    long behind,
    long parked,
    Instant heardAt,
    State state,
    String problem) {

  static ConsumerStatus unheard(String feed) {
    return new ConsumerStatus(feed, 0, 0, 0, null, State.STOPPED, null);
  }

  /**
   * The same, with what this copy of the service is doing.
   *
   * @param itsProblem what keeps this copy from going on; null for what the one at work has said
   */
  ConsumerStatus in(State now, String itsProblem) {
    var why = itsProblem == null ? problem : itsProblem;
    var atLeast = why == null ? behind : Math.max(behind, 1);
    return new ConsumerStatus(feed, position, atLeast, parked, heardAt, now, why);
  }

  /** What one copy of a service is doing about a feed. */
  public enum State {
    STOPPED,
    /** Another copy is at work. */
    STANDING_BY,
    FOLLOWING,
    /** Something fails; it is tried again by itself. */
    RETRYING,
    /** The producer's feed is another one now; a rebuild is needed. */
    NEEDS_REBUILD
  }
}
