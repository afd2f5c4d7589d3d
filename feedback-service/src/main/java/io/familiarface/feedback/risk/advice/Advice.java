package io.familiarface.feedback.risk.advice;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that would help, by what-if on the same model.
 *
 * @param technicianId who should come, where the advice is about that, else null
 * @param visitAt when, where the advice moves a visit, else null
 */
public record Advice(
    Action action, String text, double probabilityAfter, UUID technicianId, Instant visitAt) {}
