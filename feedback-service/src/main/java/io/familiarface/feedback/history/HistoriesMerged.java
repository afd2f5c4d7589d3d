package io.familiarface.feedback.history;

import java.util.UUID;

/**
 * Fired in the transaction in which one customer becomes part of another, when all that was kept of
 * the first is the second's, who is locked and has been assessed by both histories.
 */
public record HistoriesMerged(UUID customer) {}
