package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What another system knows of a visit, taken over into the one that is held. */
final class ImportedFacts {
  private ImportedFacts() {}

  /**
   * Takes over all but the checklist.
   *
   * @return whether that changes the visit
   */
  static boolean takeOver(Visit visit, VisitSnapshot imported, Schedule schedule) {
    if (Objects.equals(visit.externalId, imported.externalId())
        && visit.snapshot().equals(imported.with(visit.checklist))) {
      return false;
    }
    visit.externalId = imported.externalId();
    visit.move(schedule, imported.timeSaid());
    visit.windowMinutes = imported.windowMinutes();
    visit.technicianId = imported.technicianId();
    visit.plannedTechnicianId = imported.plannedTechnicianId();
    visit.changeReason = imported.changeReason();
    visit.permanence = imported.permanence();
    visit.setNotice(imported.notice());
    if (visit.state != imported.outcome()
        && visit.checklist.stream().noneMatch(ChecklistItem::done)) {
      // Nobody ticked it here: what was done there is not known.
      visit.checklist = List.of();
    }
    visit.state = imported.outcome();
    visit.arrivedAt = imported.arrivedAt();
    boolean completed = visit.state == VisitState.COMPLETED;
    visit.completedAt = completed ? later(visit.scheduledAt, visit.arrivedAt) : null;
    visit.onTime =
        completed && imported.onTime() == null ? visit.arrivedOnTime() : imported.onTime();
    visit.missedAt = visit.state == VisitState.MISSED ? visit.scheduledAt : null;
    visit.missedReason = imported.missedReason();
    return true;
  }

  private static Instant later(Instant one, Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  /**
   * Takes over what is to be done, and what of it is.
   *
   * @param texts null where the other system says nothing
   * @param done null where it says nothing; what is ticked here stays so
   * @return whether that changes the visit
   */
  static boolean takeOver(Visit visit, List<String> texts, List<String> done) {
    if (texts == null) {
      return false;
    }
    List<String> ticked =
        done != null
            ? done
            : visit.checklist.stream()
                .filter(ChecklistItem::done)
                .map(ChecklistItem::text)
                .toList();
    boolean unknown = done == null && ticked.isEmpty() && visit.state != VisitState.PLANNED;
    List<ChecklistItem> items =
        unknown
            ? List.of()
            : texts.stream().map(text -> new ChecklistItem(text, ticked.contains(text))).toList();
    boolean changes = !items.equals(visit.checklist);
    visit.checklist = items;
    return changes;
  }
}
