package io.familiarface.jobs.calendar;

import io.familiarface.jobs.project.StepSchedule.Entry;

/** Steps of projects as entries of a calendar: each takes whole days. */
final class StepEvents {
  private StepEvents() {}

  /** For whoever works on it, and does nothing else on these days. */
  static CalendarEvent forTechnician(Entry step) {
    String customer = step.likesToBeCalled() == null ? "A customer" : step.likesToBeCalled();
    return event(
        step,
        true,
        customer + ": " + step.title(),
        step.address(),
        "Step %d of '%s'.".formatted(step.number(), step.projectTitle()));
  }

  /** For whose project it is; a stranger's name is said by a person first, not by a calendar. */
  static CalendarEvent forCustomer(Entry step) {
    boolean named = step.customerKnowsWho();
    return event(
        step,
        false,
        named ? step.title() + " with " + step.technicianName() : step.title(),
        null,
        named ? step.introduction() : null);
  }

  private static CalendarEvent event(
      Entry step, boolean taken, String summary, String location, String description) {
    return new CalendarEvent(
        step.id() + "@steps.familiarface",
        step.version(),
        false,
        new CalendarTime.Days(step.startsOn(), step.endsOn(), taken),
        summary,
        location,
        description);
  }
}
