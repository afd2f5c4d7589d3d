package io.familiarface.feedback.training;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.familiarface.feedback.calculation.Calculation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest training as it is read. */
@Schema(name = "RiskTraining")
record TrainingView(
    @Schema(
            description =
                "NEVER_RUN; RUNNING; PROMOTED: the new model is in use; KEPT: the present one stays;"
                    + " FAILED: it ended without a result.")
        State state,
    @Schema(description = "From 0 to 1.", examples = "0.35") double progress,
    @Schema(examples = "choosing half-lives") String doing,
    @Schema(
            description = "What came of it, in words; null while it runs.",
            examples =
                "The history holds 4 cancellations before the last 90 days; learning needs at least"
                    + " 10. The prior stays in use.")
        String verdict,
    @Schema(description = "Who asked for it; schedule when nobody did.") String startedBy,
    Instant startedAt,
    Instant endedAt,
    @Schema(
            description = "What it found; null while it runs.",
            ref = "#/components/schemas/TrainingReport")
        @JsonRawValue
        String report) {

  /** How far the newest training has come. */
  @Schema(name = "TrainingState")
  enum State {
    NEVER_RUN,
    RUNNING,
    PROMOTED,
    KEPT,
    FAILED
  }

  static TrainingView neverRun() {
    return new TrainingView(
        State.NEVER_RUN, 0, null, "No training has been run yet.", null, null, null, null);
  }

  static TrainingView of(Calculation training) {
    boolean running = training.state() == Calculation.State.RUNNING;
    return new TrainingView(
        State.valueOf(training.state().name()),
        training.progress(),
        running ? training.doing() : null,
        training.verdict(),
        training.askedBy(),
        training.askedAt(),
        training.endedAt(),
        training.result());
  }
}
