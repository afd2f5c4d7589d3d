package io.familiarface.customers.customer;

import io.familiarface.database.RoundTrip;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * As {@link CustomerChanged}, of several customers at once.
 *
 * @param at for each of them when it happened, in business time
 * @param change makes the change, and is not sent yet: the one observer asks with it what it needs
 *     to know, and sends it
 */
public record CustomersChanged(Map<UUID, Instant> at, RoundTrip change) {}
