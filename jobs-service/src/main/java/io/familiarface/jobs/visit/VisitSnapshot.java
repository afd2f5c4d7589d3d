package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that another system can say of one visit, with its references resolved.
 *
 * @param timeSaid whether anybody has said at what time of its day; another system always does
 */
public record VisitSnapshot(
    String externalId,
    Instant scheduledAt,
    boolean timeSaid,
    Integer windowMinutes,
    VisitState outcome,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Notice notice,
    Instant arrivedAt,
    List<ChecklistItem> checklist,
    Boolean onTime,
    MissedReason missedReason) {

  /** As it is said of a visit. */
  public boolean isMissedByUs() {
    return outcome == VisitState.MISSED && missedReason != null && missedReason.isOurs();
  }

  /** The same with what no other system says. */
  VisitSnapshot with(List<ChecklistItem> items) {
    return new VisitSnapshot(
        externalId,
        scheduledAt,
        timeSaid,
        windowMinutes,
        outcome,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        notice,
        arrivedAt,
        items,
        onTime,
        missedReason);
  }

  /** The same of a visit in another state. */
  VisitSnapshot as(VisitState state) {
    return new VisitSnapshot(
        externalId,
        scheduledAt,
        timeSaid,
        windowMinutes,
        state,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        notice,
        arrivedAt,
        checklist,
        onTime,
        missedReason);
  }

  /** The same, with this window where none is said. */
  VisitSnapshot orWindow(Integer minutes) {
    return windowMinutes != null || minutes == null
        ? this
        : new VisitSnapshot(
            externalId,
            scheduledAt,
            timeSaid,
            minutes,
            outcome,
            technicianId,
            plannedTechnicianId,
            changeReason,
            permanence,
            notice,
            arrivedAt,
            checklist,
            onTime,
            missedReason);
  }
}
