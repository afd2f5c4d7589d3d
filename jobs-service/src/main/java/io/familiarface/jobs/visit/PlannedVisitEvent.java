package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit as the feed {@code jobs} tells it: the whole plan, each time.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 */
record PlannedVisitEvent(
    UUID visitId,
    String externalId,
    UUID agreementId,
    UUID customerId,
    Instant scheduledAt,
    boolean anyTime,
    Integer windowMinutes,
    UUID technicianId,
    UUID plannedTechnicianId,
    String changeReason,
    Permanence permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant arrivedAt,
    long revision) {

  static PlannedVisitEvent of(Visit visit) {
    Notice notice = visit.countedNotice();
    return new PlannedVisitEvent(
        visit.id,
        visit.externalId,
        visit.agreementId,
        visit.customerId,
        visit.scheduledAt,
        !visit.timeSaid,
        visit.windowMinutes,
        visit.technicianId,
        visit.plannedTechnicianId,
        visit.changeReason == null ? null : visit.changeReason.outside(),
        visit.permanence,
        notice.toldBefore(visit.instant()),
        notice.introducedBefore(visit.instant()),
        visit.arrivedAt,
        visit.version);
  }
}
