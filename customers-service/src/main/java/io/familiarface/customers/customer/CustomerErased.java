package io.familiarface.customers.customer;

import java.util.UUID;

/** A person is to be forgotten. Fired in the transaction that removes them. */
public record CustomerErased(UUID customerId) {}
