package io.familiarface.customers.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * A technician who came to a customer.
 *
 * @param visits how often
 */
public record Came(UUID technicianId, int visits, Instant firstAt, Instant lastAt) {}
