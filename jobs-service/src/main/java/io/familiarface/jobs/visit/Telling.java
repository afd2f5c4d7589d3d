package io.familiarface.jobs.visit;

import io.familiarface.rest.time.Instants;
import java.time.Instant;

/**
 * What the customer knows of a change as it is made.
 *
 * @param askedForTime the customer asked for the time that the visit moves to
 * @param toldAt when they were told of the change; null if nobody has, or nobody has said so
 * @param how they were told; null if nobody has said
 */
public record Telling(boolean askedForTime, Instant toldAt, ToldHow how) {
  public static final Telling NONE = new Telling(false, null, null);
  static final Telling ASKED = new Telling(true, null, null);

  public static Telling told(Instant at, ToldHow how) {
    return new Telling(false, Instants.toMicros(at), how);
  }

  /** The same, of a change to a time that the customer asked for. */
  public Telling ofTimeAskedFor() {
    return new Telling(true, toldAt, how);
  }

  public boolean isTold() {
    return toldAt != null;
  }
}
