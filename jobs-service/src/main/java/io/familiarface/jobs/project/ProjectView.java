package io.familiarface.jobs.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project, its steps, and what comes next. */
@Schema(name = "Project")
record ProjectView(
    UUID id,
    String externalId,
    UUID customerId,
    String title,
    CareLevel careLevel,
    @Schema(description = "How often something changed without the customer having been told.")
        int surprises,
    @Schema(description = "Null while nobody has walked the customer through it.")
        WalkThrough walkedThrough,
    List<StepView> steps,
    @Schema(description = "The step that is under way or comes next; null if there is none.")
        Integer next,
    Instant createdAt) {

  /** That the customer was walked through the steps. */
  @Schema(name = "WalkThroughDone")
  record WalkThrough(String with, String by, Instant at) {}

  static ProjectView of(Project project, List<ProjectStep> steps, LocalDate today) {
    return new ProjectView(
        project.id,
        project.externalId,
        project.customerId,
        project.title,
        project.careLevel,
        project.surprises,
        project.walkedThroughAt == null
            ? null
            : new WalkThrough(
                project.walkedThroughWith, project.walkedThroughBy, project.walkedThroughAt),
        steps.stream().map(StepView::of).toList(),
        steps.stream()
            .filter(step -> !step.endsOn.isBefore(today))
            .min(
                Comparator.<ProjectStep, LocalDate>comparing(step -> step.startsOn)
                    .thenComparing(step -> step.number))
            .map(step -> step.number)
            .orElse(null),
        project.createdAt);
  }
}
