package io.familiarface.feedback.risk.advice;

import io.familiarface.feedback.risk.signal.Signal;
import io.familiarface.feedback.risk.whatif.HypotheticalVisit;
import java.util.List;

/**
 * Something that could be tried.
 *
 * @param happenings what it makes happen at once
 * @param visit how the next visit then goes, or null when none is looked at
 */
record Idea(Action action, String text, List<Signal> happenings, HypotheticalVisit visit) {

  Advice advice(double probabilityAfter) {
    var aboutVisit =
        action == Action.MOVE_VISIT_TO_USUAL_TECHNICIAN
            || action == Action.KEEP_THE_TECHNICIAN
            || action == Action.TELL_AND_INTRODUCE_BEFOREHAND;
    return new Advice(
        action,
        text,
        probabilityAfter,
        aboutVisit ? visit.technicianId() : null,
        aboutVisit ? visit.scheduledAt() : null);
  }
}
