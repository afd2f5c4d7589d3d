package io.familiarface.feedback.training;

import io.familiarface.risk.engine.RiskEngineSettings;
import java.time.Instant;

/**
 * The model in use, as it was decided.
 *
 * @param since null for the prior that nobody put in use
 * @param putBy null for the same
 * @param configured the thresholds of a model that has none of its own
 */
record ModelInUse(String version, Instant since, String putBy, RiskEngineSettings configured) {}
