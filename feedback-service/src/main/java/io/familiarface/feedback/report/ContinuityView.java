package io.familiarface.feedback.report;

import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.continuity.Continuity;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Continuity as it is read; null where there are too few visits to say. */
@Schema(
    name = "Continuity",
    description = "How steady the technicians were, in the standard terms of continuity of care.")
public record ContinuityView(
    int visits,
    int technicians,
    @Schema(description = "UPC: the largest share of one technician.", examples = "0.5714")
        BigDecimal usualProvider,
    @Schema(description = "COC by Bice and Boxerman.", examples = "0.3333") BigDecimal bb,
    @Schema(
            description = "SECON: the share of visits by the technician of the visit before.",
            examples = "0.5")
        BigDecimal sequential,
    @Schema(description = "Modified modified continuity index.", examples = "0.6721")
        BigDecimal mmci,
    @Schema(description = "Visit entropy in bits.", examples = "1.3788") BigDecimal entropy) {

  public static ContinuityView of(Continuity continuity) {
    return new ContinuityView(
        continuity.visits(),
        continuity.technicians(),
        Rounding.to(4, continuity.usualProvider()),
        Rounding.to(4, continuity.bb()),
        Rounding.to(4, continuity.sequential()),
        Rounding.to(4, continuity.mmci()),
        Rounding.to(4, continuity.entropy()));
  }
}
