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
    long version) {}
