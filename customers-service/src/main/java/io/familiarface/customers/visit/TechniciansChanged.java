package io.familiarface.customers.visit;

import java.util.UUID;

/**
 * Somebody other than the usual technician has come, or what is known of such visits is not as it
 * was. Fired in the transaction that takes the event in.
 */
public record TechniciansChanged(UUID customerId) {}
