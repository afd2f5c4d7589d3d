package io.familiarface.jobs.customer;

import java.util.UUID;

/**
 * A person was erased; whoever holds a word of theirs lets go of it, in the running transaction.
 */
public record CustomerErased(UUID customerId) {}
