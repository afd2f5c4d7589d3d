package io.familiarface.feedback.training;

import io.familiarface.feedback.model.StoredModel;
import io.familiarface.risk.model.RiskModel;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model as it is read. */
@Schema(name = "RiskModel")
record ModelView(
    @Schema(examples = "prior-1") String version,
    @Schema(description = "PRIOR: documented beliefs. LEARNED: from the company's own history.")
        RiskModel.Kind kind,
    @Schema(description = "The last instant it learned from; null for a PRIOR.") Instant trainedAt,
    @Schema(
            description =
                "How well it did on the 90 days that were held out: auc, brier, logLoss,"
                    + " topDecileLift, predictedRate, observedRate, customers, cancellations. Empty"
                    + " for a PRIOR, which has been measured on nothing.")
        Map<String, Double> metrics,
    @Schema(description = "From which probability a flag is raised.", examples = "0.2")
        double raiseFrom,
    @Schema(description = "Below which probability a flag may be cleared.", examples = "0.08")
        double clearBelow,
    boolean inUse,
    @Schema(description = "Since when; null when it is not in use, or always was.")
        Instant inUseSince,
    @Schema(description = "Who put it in use.") String putInUseBy) {

  static ModelView of(StoredModel model, String version, ModelInUse use) {
    boolean inUse = version.equals(use.version());
    return new ModelView(
        version,
        model.kind(),
        model.trainedAt(),
        model.metrics(),
        model.settings(use.configured()).flags().raiseFrom(),
        model.settings(use.configured()).flags().clearBelow(),
        inUse,
        inUse ? use.since() : null,
        inUse ? use.putBy() : null);
  }
}
