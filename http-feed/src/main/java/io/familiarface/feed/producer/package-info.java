/**
 * Gives events their positions and serves them: {@link FeedWriter} in the transaction of the
 * change, {@link FeedSequencer} after it, {@link FeedLog} and {@link FeedPoll} for the readers.
 */
package io.familiarface.feed.producer;
