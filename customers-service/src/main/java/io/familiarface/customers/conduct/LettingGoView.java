package io.familiarface.customers.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Letting a customer go, as others see it.
 *
 * @param endedAgreements those that were ended in jobs-service with it
 * @param agreementsNotEnded those that jobs-service refused to end, such as one that has not begun:
 *     somebody has to see to them
 * @param undoUntil until when it can be undone; null unless they were let go
 */
public record LettingGoView(
    UUID id,
    UUID customerId,
    LettingGoState state,
    String reason,
    Instant proposedAt,
    String proposedBy,
    Instant approvedAt,
    String approvedBy,
    List<UUID> endedAgreements,
    List<UUID> agreementsNotEnded,
    Instant undoUntil,
    Instant undoneAt,
    String undoneBy,
    String undoReason) {}
