package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A project as it is planned, as the feed {@code jobs} tells it whenever its steps change. Titles
 * of steps are told as programs of agreements are: the kind of work.
 *
 * @param endsAt when the last of its steps is over
 */
record ProjectPlanned(
    UUID projectId,
    String externalId,
    UUID customerId,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant endsAt,
    List<Step> steps,
    long revision) {

  /** A step; {@code supplier} null for our own work. */
  record Step(
      int number,
      String title,
      LocalDate startsOn,
      LocalDate endsOn,
      Instant endsAt,
      UUID technicianId,
      String supplier) {}

  /**
   * @param steps all of them, at least one
   */
  static ProjectPlanned of(Project project, List<ProjectStep> steps, CompanyCalendar calendar) {
    LocalDate last =
        steps.stream().map(step -> step.endsOn).max(Comparator.naturalOrder()).orElseThrow();
    return new ProjectPlanned(
        project.id,
        project.externalId,
        project.customerId,
        steps.stream().map(step -> step.startsOn).min(Comparator.naturalOrder()).orElseThrow(),
        last,
        calendar.endOf(last),
        steps.stream()
            .map(
                step ->
                    new Step(
                        step.number,
                        step.title,
                        step.startsOn,
                        step.endsOn,
                        calendar.endOf(step.endsOn),
                        step.technicianId,
                        step.supplier))
            .toList(),
        project.version);
  }
}
