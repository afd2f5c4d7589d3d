package io.familiarface.customers.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * One time that a promise was broken.
 *
 * @param visitId the visit that broke it; null when a person said so
 */
public record Breach(Instant at, UUID visitId) {}
