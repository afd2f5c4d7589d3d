package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.Assessment;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Fired in the transaction in which customers were assessed, with what came out.
 *
 * @param madeAnew those of whom all there is to tell is told again, changed or not: another version
 *     of this service had told it, or it was derived anew
 * @param unflagged those of whom it is known that no flag is on record
 */
public record CustomersAssessed(
    Map<UUID, Assessment> assessments, Set<UUID> madeAnew, Set<UUID> unflagged) {}
