package io.familiarface.feedback.retention;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The experiment that runs, as it is read. */
@Schema(name = "RetentionExperiment")
record ExperimentView(
    @Schema(description = "One more each time another part was set.") int number,
    @Schema(
            description = "The part of the calls that is not made; 0: no experiment.",
            examples = "0.1")
        double holdOut,
    Instant startedAt,
    String startedBy) {
  static ExperimentView of(RetentionExperiment experiment) {
    return new ExperimentView(
        experiment.number, experiment.holdOut, experiment.startedAt, experiment.startedBy);
  }

  /** For tags, which name a thing by a UUID. */
  static UUID idOf(RetentionExperiment experiment) {
    return new UUID(0, experiment.number);
  }
}
