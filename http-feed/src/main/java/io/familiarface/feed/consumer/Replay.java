package io.familiarface.feed.consumer;

/**
 * What came of trying the parked events of a subject again.
 *
 * @param applied how many were applied, and so are parked no more
 * @param left how many are still parked
 * @param problem why the first of those could not be applied; null if none is left
 */
public record Replay(int applied, int left, String problem) {}
