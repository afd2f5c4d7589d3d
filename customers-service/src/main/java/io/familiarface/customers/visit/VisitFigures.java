package io.familiarface.customers.visit;

import java.time.Instant;

/**
 * The visits to a customer, counted.
 *
 * @param onTimeShare of the visits of which it is known; null when it is known of none
 * @param technicians how many different people came
 */
public record VisitFigures(
    long completed, long missed, Double onTimeShare, long technicians, Instant lastVisitAt) {}
