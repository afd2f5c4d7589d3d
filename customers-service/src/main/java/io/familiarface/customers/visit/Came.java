package io.familiarface.customers.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * The visits of a technician to a customer, counted.
 *
 * @param technicianId null for the visits that are nobody's
 * @param visits how many were completed since the instant that was asked for
 * @param firstAt when the first of those was completed; null when there are none
 * @param completed how many were completed at any time
 * @param onTimeKnown of how many it is known whether they were on time
 * @param lastVisitAt when the last of all was completed
 */
public record Came(
    UUID technicianId,
    int visits,
    Instant firstAt,
    Instant lastAt,
    long completed,
    long missed,
    long onTime,
    long onTimeKnown,
    Instant lastVisitAt) {}
