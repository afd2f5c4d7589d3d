package io.familiarface.feedback.training;

import io.familiarface.risk.learning.Contradiction;
import io.familiarface.risk.learning.TechnicianChangeEffect;
import io.familiarface.risk.learning.TrainingResult;
import io.familiarface.risk.metrics.PredictionQuality;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a training found, as it is kept and read. */
@Schema(name = "TrainingReport")
record TrainingReport(
    @Schema(description = "The model in use when it ended.", examples = "learned-1") String version,
    @Schema(description = "In the histories that could be used.") int cancellations,
    @Schema(description = "With fewer than this before the time held out nothing is learned.")
        int cancellationsNeeded,
    @Schema(description = "How the model in use did on the time held out; null when not judged.")
        PredictionQuality present,
    @Schema(description = "How the new one did there; null when there is none.")
        PredictionQuality candidate,
    @Schema(description = "What technician changes do in this company; null when not learned.")
        TechnicianChangeEffect effectOfChanges,
    @Schema(description = "Customers whose history contradicts itself: the first hundred.")
        List<Contradiction> leftOut,
    @Schema(description = "How many there are of them.") int leftOutCount) {

  private static final int NAMED = 100;

  static TrainingReport of(TrainingResult result) {
    return new TrainingReport(
        result.model().version(),
        result.cancellations(),
        result.cancellationsNeeded(),
        result.present(),
        result.candidate(),
        result.effect(),
        result.leftOut().stream().limit(NAMED).toList(),
        result.leftOut().size());
  }
}
