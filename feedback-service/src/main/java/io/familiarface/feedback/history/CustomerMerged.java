package io.familiarface.feedback.history;

import java.util.UUID;

/**
 * Fired in the transaction in which one customer becomes part of another: whoever keeps anything of
 * the first gives it to the second. Both are locked.
 */
public record CustomerMerged(UUID from, UUID into) {}
