package io.familiarface.customers.interaction;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of the walk-through that a customer has been told of.
 *
 * @param at when that was first
 * @param by who told them
 */
public record ExplainedStep(String code, Instant at, String by, UUID interactionId) {}
