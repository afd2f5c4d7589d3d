package io.familiarface.customers.visit;

import io.familiarface.database.RoundTrip;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody other than the usual technician has come to these customers, or somebody came late, or
 * what is known of such visits is not as it was. Fired in the transaction that takes the events in,
 * which holds them.
 *
 * @param change writes the visits, and is not sent yet: the one observer asks with it what it needs
 *     to know, and sends it
 */
public record TechniciansChanged(Set<UUID> customerIds, RoundTrip change) {}
