package io.familiarface.customers.privacy;

/**
 * Why somebody is erased.
 *
 * @param reason null when nobody has said
 * @param externalId the number of the request in another system; null for none
 */
record NewErasure(String reason, String externalId) {}
