package io.familiarface.feed.consumer;

import java.time.Instant;

/**
 * How far a service has come in a feed that it follows.
 *
 * @param behind how much is still to be applied: positions between it and the head, as of the
 *     producer's last answer, and parked events; at least 1 while something keeps it from going on,
 *     and while nobody knows
 * @param parked events set aside
 * @param heardAt when the producer last answered, be it with nothing new; null if it never has
 * @param state what this copy of the service is doing
 * @param problem what keeps it from going on; null if nothing does
 * @param rebuild what is derived from the feed is made anew; null if it is not
 */
public record ConsumerStatus(
    String feed,
    long position,
    long behind,
    long parked,
    Instant heardAt,
    State state,
    String problem,
    Rebuild rebuild) {

  /**
   * How far a rebuild is.
   *
   * @param done subjects that are made anew
   * @param total subjects in all; 0 while the feed is still being read
   */
  public record Rebuild(Instant since, long done, long total) {}

  static ConsumerStatus unheard(String feed) {
    return new ConsumerStatus(feed, 0, 0, 0, null, State.STOPPED, null, null);
  }

  /**
   * The same, with what the producer itself has just said, or why that is not known.
   *
   * @param answer null if it was not asked
   */
  ConsumerStatus heard(ProducerHeads.Answer answer) {
    if (answer == null) {
      return this;
    }
    var why = problem == null ? answer.problem() : problem;
    var atLeast = Math.max(behind, answer.head() - position + parked);
    return new ConsumerStatus(feed, position, atLeast, parked, heardAt, state, why, rebuild);
  }

  /**
   * The same, with what this copy of the service is doing.
   *
   * @param itsProblem what keeps this copy from going on; null for what the one at work has said
   */
  ConsumerStatus in(State now, String itsProblem) {
    var why = itsProblem == null ? problem : itsProblem;
    var atLeast = why == null && rebuild == null ? behind : Math.max(behind, 1);
    return new ConsumerStatus(feed, position, atLeast, parked, heardAt, now, why, rebuild);
  }

  /** What one copy of a service is doing about a feed. */
  public enum State {
    STOPPED,
    /** Another copy is at work. */
    STANDING_BY,
    FOLLOWING,
    /** Something fails; it is tried again by itself. */
    RETRYING,
    /**
     * What is derived from the feed is made anew, as somebody asked or as the feed was set back.
     */
    REBUILDING
  }
}
