package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.time.Instant;

/**
 * An event that could not be applied, or that waits behind such a one of its subject.
 *
 * @param problem null if it only waits
 */
public record ParkedEvent(FeedEvent event, String problem, Instant parkedAt) {}
