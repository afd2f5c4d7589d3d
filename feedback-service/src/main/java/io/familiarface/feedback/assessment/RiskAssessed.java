package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.Band;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code risk.assessed}: told when the band, the flag or the rounded number changes. */
record RiskAssessed(
    UUID customerId,
    Instant asOf,
    BigDecimal probability,
    Band band,
    boolean flagged,
    List<String> reasonCodes,
    String modelVersion) {

  static RiskAssessed of(CustomerRisk risk) {
    CustomerRisk.LatestAssessment assessed = risk.latest();
    return new RiskAssessed(
        risk.customerId(),
        assessed.assessedAt(),
        rounded(assessed),
        assessed.band(),
        assessed.flagged(),
        assessed.reasonCodes(),
        risk.modelVersion());
  }

  static boolean isWorthPublishing(
      CustomerRisk.LatestAssessment before, CustomerRisk.LatestAssessment after) {
    return before == null
        || before.band() != after.band()
        || before.flagged() != after.flagged()
        || !rounded(before).equals(rounded(after));
  }

  private static BigDecimal rounded(CustomerRisk.LatestAssessment assessed) {
    return BigDecimal.valueOf(assessed.probability()).setScale(2, RoundingMode.HALF_UP);
  }
}
