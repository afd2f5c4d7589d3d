package io.familiarface.customers.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * One customer has become part of another and is no more. Fired in the transaction of the merge.
 *
 * @param externalId the key that named the first and leads to the other now; null for none
 */
public record CustomerMerged(UUID from, String externalId, UUID into, Instant at) {}
