package io.familiarface.customers.interaction;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.PropagateNull;

/** How a customer felt when somebody last noted it. */
public record LatestMood(
    @PropagateNull Mood mood, Instant at, Channel channel, UUID interactionId) {}
