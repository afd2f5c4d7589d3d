package io.familiarface.customers.interaction;

import java.time.Instant;
import java.util.UUID;

/** How a customer felt when somebody last noted it. */
public record LatestMood(Mood mood, Instant at, Channel channel, UUID interactionId) {}
