package io.familiarface.customers.visit;

import java.time.Instant;

/**
 * The visits to a customer, counted.
 *
 * @param onTimeShare of the visits of which it is known; null when it is known of none
 * @param technicians how many different people came
 */
public record VisitFigures(
    long completed, long missed, Double onTimeShare, long technicians, Instant lastVisitAt) {

  static VisitFigures from(Object[] row) {
    long onTime = number(row[2]);
    long known = number(row[3]);
    return new VisitFigures(
        number(row[0]),
        number(row[1]),
        known == 0 ? null : (double) onTime / known,
        number(row[4]),
        (Instant) row[5]);
  }

  private static long number(Object cell) {
    return ((Number) cell).longValue();
  }
}
