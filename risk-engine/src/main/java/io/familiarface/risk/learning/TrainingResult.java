package io.familiarface.risk.learning;

import io.familiarface.risk.metrics.PredictionQuality;
import io.familiarface.risk.model.RiskModel;
import java.time.Instant;
import java.util.List;

/**
 * What came of a training.
 *
 * @param words the verdict for a manager
 * @param asOf the end of what was looked at
 * @param model the new model when promoted, else the present one
 * @param present how the present model did on the time held out, null when nothing was judged
 * @param candidate how the new one did
 * @param effect what technician changes do in this company, null when nothing was learned
 * @param thresholds where flags are to be raised and cleared with the new model, null when it is
 *     not promoted
 * @param leftOut customers whose history contradicts itself
 */
public record TrainingResult(
    Verdict verdict,
    String words,
    Instant asOf,
    RiskModel model,
    int cancellations,
    int cancellationsNeeded,
    PredictionQuality present,
    PredictionQuality candidate,
    TechnicianChangeEffect effect,
    Thresholds thresholds,
    List<Contradiction> leftOut) {

  /** Whether the new model takes over. */
  public enum Verdict {
    PROMOTED,
    KEPT,
    TOO_FEW_CANCELLATIONS
  }

  /** Probabilities from which flags are raised and below which they may be cleared. */
  public record Thresholds(double raiseFrom, double clearBelow) {}

  public TrainingResult {
    leftOut = List.copyOf(leftOut);
  }
}
