package io.familiarface.feedback.history;

import java.util.UUID;

/**
 * Fired in the transaction in which a person is erased: whoever keeps anything of theirs drops it.
 */
public record CustomerErased(UUID customerId) {}
