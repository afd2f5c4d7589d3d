package io.familiarface.jobs.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step as the customer is walked through it. */
@Schema(name = "Step")
record StepView(
    int number,
    String title,
    String whatToExpect,
    LocalDate startsOn,
    LocalDate endsOn,
    UUID technicianId,
    @Schema(description = "Whose material or work it is; null for ours.") String supplier,
    List<Integer> after,
    @Schema(description = "When the customer was walked through it; null if not yet.")
        Instant walkedThroughAt,
    @Schema(description = "Whether this change surprised the customer; null when it was none.")
        Boolean surprise) {

  static StepView of(ProjectStep step) {
    return of(step, null);
  }

  static StepView of(ProjectStep step, Boolean surprise) {
    return new StepView(
        step.number,
        step.title,
        step.whatToExpect,
        step.startsOn,
        step.endsOn,
        step.technicianId,
        step.supplier,
        List.copyOf(step.afterSteps),
        step.walkedThroughAt,
        surprise);
  }
}
