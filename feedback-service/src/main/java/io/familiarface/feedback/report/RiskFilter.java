package io.familiarface.feedback.report;

import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.Band;

/** Which risks are asked for; null for no matter. */
record RiskFilter(Band band, Boolean flagged, String branch, Double minProbability) {

  boolean accepts(Assessment assessment) {
    return (band == null || band == assessment.band())
        && (flagged == null || flagged == assessment.flagged())
        && (minProbability == null || assessment.probability() >= minProbability);
  }
}
