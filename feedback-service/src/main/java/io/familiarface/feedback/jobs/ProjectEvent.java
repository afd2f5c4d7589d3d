package io.familiarface.feedback.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A project as the feed {@code jobs} tells it.
 *
 * @param endsAt when the last of its steps is over
 */
record ProjectEvent(
    UUID projectId,
    String externalId,
    UUID customerId,
    Instant endsAt,
    List<Step> steps,
    long revision) {

  /** A step; {@code supplier} null for the company's own work. */
  record Step(int number, String title, UUID technicianId, String supplier, Instant endsAt) {}

  ProjectEvent {
    steps =
        steps == null
            ? List.of()
            : steps.stream()
                .filter(Objects::nonNull)
                .filter(step -> step.title() != null && step.endsAt() != null)
                .toList();
  }

  /** The same, of another customer. */
  ProjectEvent of(UUID customer) {
    return new ProjectEvent(projectId, externalId, customer, endsAt, steps, revision);
  }
}
