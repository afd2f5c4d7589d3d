package io.familiarface.feedback.testing;

import io.familiarface.feed.FeedEvent;

/** An event and the feed it came by. */
public record Told(String feed, FeedEvent event) {}
