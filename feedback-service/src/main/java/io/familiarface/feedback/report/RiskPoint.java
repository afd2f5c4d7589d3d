package io.familiarface.feedback.report;

import io.familiarface.risk.engine.Band;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.signal.SignalKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point of the risk over time. */
@Schema(name = "RiskPoint", description = "The risk right after something happened.")
public record RiskPoint(
    Instant at,
    @Schema(examples = "0.23") BigDecimal probability,
    Band band,
    boolean flagged,
    Cause cause) {

  @Schema(name = "RiskPointCause", description = "What happened.")
  public record Cause(
      SignalKind kind,
      @Schema(examples = "Ben Ortiz came on 7 Jul 2025.") String text,
      Evidence evidence) {}
}
