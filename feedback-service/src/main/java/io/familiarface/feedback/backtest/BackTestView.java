package io.familiarface.feedback.backtest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.familiarface.feedback.calculation.Calculation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a back-test is, and its report once it is there. */
@Schema(name = "BackTest")
record BackTestView(
    UUID id,
    @Schema(description = "FAILED: the verdict says why.") State state,
    @Schema(description = "From 0 to 1.", examples = "0.35") double progress,
    @Schema(examples = "replaying flags") String doing,
    Instant from,
    Instant to,
    int origins,
    String verdict,
    Instant startedAt,
    Instant endedAt,
    @Schema(description = "Null until it is there.", ref = "#/components/schemas/BackTestReport")
        @JsonRawValue
        String report) {

  /** How far it is. */
  @Schema(name = "BackTestState")
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  static BackTestView of(Calculation one, BackTestQuestion question) {
    boolean running = one.state() == Calculation.State.RUNNING;
    return new BackTestView(
        one.id(),
        State.valueOf(one.state().name()),
        one.progress(),
        running ? one.doing() : null,
        question.from(),
        question.to(),
        question.origins(),
        one.verdict(),
        one.askedAt(),
        one.endedAt(),
        one.result());
  }
}
