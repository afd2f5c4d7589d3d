package io.familiarface.jobs.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** A visit as the table holds it, for who needs no session of entities to change it. */
record VisitRow(
    UUID id,
    String externalId,
    UUID agreementId,
    UUID customerId,
    LocalDate slotOn,
    boolean generated,
    boolean timeSaid,
    Instant scheduledAt,
    LocalDate scheduledOn,
    Integer windowMinutes,
    VisitState state,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    @Nested Notice notice,
    boolean toldLate,
    @Nested VisitView.Result result,
    String checklist,
    UUID sheetReadBy,
    Long lineFingerprint,
    long version) {

  /** No entity of any session. */
  Visit visit() {
    Visit visit = new Visit();
    visit.id = id;
    visit.externalId = externalId;
    visit.agreementId = agreementId;
    visit.customerId = customerId;
    visit.slotOn = slotOn;
    visit.generated = generated;
    visit.timeSaid = timeSaid;
    visit.scheduledAt = scheduledAt;
    visit.scheduledOn = scheduledOn;
    visit.windowMinutes = windowMinutes;
    visit.state = state;
    visit.technicianId = technicianId;
    visit.plannedTechnicianId = plannedTechnicianId;
    visit.changeReason = changeReason;
    visit.permanence = permanence;
    visit.setNotice(notice);
    visit.toldLate = toldLate;
    visit.arrivedAt = result.arrivedAt();
    visit.checklist = Checklist.read(checklist);
    visit.completedAt = result.completedAt();
    visit.onTime = result.onTime();
    visit.missedAt = result.missedAt();
    visit.missedReason = result.missedReason();
    visit.lineFingerprint = lineFingerprint;
    visit.version = version;
    return visit;
  }
}
