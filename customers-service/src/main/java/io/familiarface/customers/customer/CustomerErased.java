package io.familiarface.customers.customer;

import java.util.Set;
import java.util.UUID;

/**
 * A person is being erased. Fired in the transaction of the erasure: whoever keeps anything of
 * theirs that does not refer to the customer by a foreign key drops it.
 *
 * @param ids the customer's own and those that led there
 */
public record CustomerErased(UUID customerId, Set<UUID> ids) {}
