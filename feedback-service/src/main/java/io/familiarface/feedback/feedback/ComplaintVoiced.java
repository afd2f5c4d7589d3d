package io.familiarface.feedback.feedback;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has just written down of a customer, who is locked, is a complaint: it is told
 * within the transaction.
 *
 * @param visitId null where they spoke of none, as the two that follow
 * @param words null where only marks were given
 */
public record ComplaintVoiced(
    UUID customerId, UUID visitId, UUID projectId, Integer projectStep, Instant at, String words) {}
