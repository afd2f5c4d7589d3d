package io.familiarface.risk.advice;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that would help, by what-if on the same model. Both probabilities are for the same
 * instant, after the next visit: the present one says nothing yet about who will have come.
 *
 * @param at the instant that both probabilities are for
 * @param probabilityAsPlanned if the next visit goes as it is planned and nothing else is done
 * @param technicianId who should come, where the advice is about that, else null
 * @param visitAt when, where the advice is about a visit that is due, else null
 */
public record Advice(
    Action action,
    String text,
    Instant at,
    double probabilityAsPlanned,
    double probabilityAfter,
    UUID technicianId,
    Instant visitAt) {}
