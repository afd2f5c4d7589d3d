/**
 * Follows the feeds of other services: {@link FeedConsumer} applies each event exactly once,
 * together with the cursor; {@link FeedRebuild} makes the derived state anew beside the live one.
 */
package io.familiarface.feed.consumer;
