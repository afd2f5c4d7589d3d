package io.familiarface.feedback.customer;

import java.util.UUID;

/**
 * That one customer has become part of another, as the feed {@code customers} tells it.
 *
 * @param externalId the key that named the first and leads to the other now; null for none
 */
record MergeTold(UUID from, String externalId, UUID into) {}
