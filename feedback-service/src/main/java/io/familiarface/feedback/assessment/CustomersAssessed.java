package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.Assessment;
import java.util.Map;
import java.util.UUID;

/** Fired in the transaction in which customers were assessed, with what came out. */
public record CustomersAssessed(Map<UUID, Assessment> assessments) {}
