/**
 * The HTTP feed protocol (http-feeds.org) in plain Java: what both ends of a feed speak of.
 *
 * <p>{@code producer} gives the events of a service their positions and serves them; {@code
 * consumer} follows the feed of another service and applies each event exactly once.
 */
package io.familiarface.feed;
