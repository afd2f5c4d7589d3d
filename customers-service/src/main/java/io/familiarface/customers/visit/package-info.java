/** Agreements and visits as far as customers feel them: a copy from jobs-service's feed. */
package io.familiarface.customers.visit;
