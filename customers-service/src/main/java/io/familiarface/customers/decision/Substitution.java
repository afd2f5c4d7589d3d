package io.familiarface.customers.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * A completed visit by somebody other than the then usual technician; null where nobody has said.
 *
 * @param from the technician who should have come
 * @param to the technician who came
 * @param reason ABSENT, LEFT_COMPANY, REASSIGNED, CUSTOMER_REQUEST, OTHER
 */
public record Substitution(
    UUID visitId,
    UUID agreementId,
    Instant at,
    UUID from,
    UUID to,
    String reason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Effect effect) {}
