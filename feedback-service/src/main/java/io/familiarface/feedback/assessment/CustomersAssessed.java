package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.Assessment;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Fired in the transaction in which customers were assessed, with what came out.
 *
 * @param madeAnew those of whom another version of this service had told what there was to tell: it
 *     is told again
 */
public record CustomersAssessed(Map<UUID, Assessment> assessments, Set<UUID> madeAnew) {}
