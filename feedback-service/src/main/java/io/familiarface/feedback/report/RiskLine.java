package io.familiarface.feedback.report;

import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.Band;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's risk in a list. */
@Schema(name = "RiskLine")
record RiskLine(
    UUID customerId,
    @Schema(examples = "C0001") String customerExternalId,
    String name,
    String branch,
    Instant asOf,
    @Schema(examples = "0.41") BigDecimal probability,
    Band band,
    boolean flagged,
    @Schema(description = "The heaviest reason; null if there is none.") TopReason topReason) {

  @Schema(name = "TopReason")
  record TopReason(@Schema(examples = "PROMISE_BROKEN") String code, String text) {
    static TopReason of(String code, String text) {
      return code == null ? null : new TopReason(code, text);
    }
  }

  static RiskLine of(StoredRisks.Line line) {
    return new RiskLine(
        line.customerId(),
        line.externalId(),
        line.name(),
        line.branch(),
        line.asOf(),
        Rounding.probability(line.probability()),
        line.band(),
        line.flagged(),
        TopReason.of(line.topCode(), line.topReason()));
  }

  static RiskLine of(StoredRisks.Line line, Assessment assessment) {
    return new RiskLine(
        line.customerId(),
        line.externalId(),
        line.name(),
        line.branch(),
        assessment.asOf(),
        Rounding.probability(assessment.probability()),
        assessment.band(),
        assessment.flagged(),
        assessment.reasons().stream()
            .findFirst()
            .map(reason -> TopReason.of(reason.code().name(), reason.text()))
            .orElse(null));
  }
}
