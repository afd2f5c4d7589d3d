package io.familiarface.jobs.visit;

import java.time.Duration;
import java.time.Instant;

/**
 * The rule of double booking: whoever is at a visit begins no other one between these instants,
 * both excluded.
 */
public record BusyTime(Instant after, Instant before) {

  /**
   * @param length as long as a technician can be at no other visit
   */
  public static BusyTime of(Instant visitAt, Duration length) {
    return new BusyTime(visitAt.minus(length), visitAt.plus(length));
  }

  public boolean covers(Instant otherVisitAt) {
    return otherVisitAt.isAfter(after) && otherVisitAt.isBefore(before);
  }
}
