package io.familiarface.jobs.visit;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.AbsenceRecorded;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets the introductions of whoever is away then need another time, with the last trip. */
@Singleton
class AbsentSuccessors extends TransactionBuffer<Absence> {
  private static final String CALL_OFF =
      """
      update introduction i set state = 'NEEDED',
        reason = 'Whoever was to be introduced is away then.', version = version + 1
      from unnest(cast(:absentTechnicians as uuid[]), cast(:absentFrom as date[]),
        cast(:absentUntil as date[])) as away (technician_id, from_on, until_on)
      where i.successor_id = away.technician_id and i.state = 'OPEN'
        and i.scheduled_on between away.from_on and away.until_on
        and exists (select from visit v where v.id = i.visit_id and v.state = 'PLANNED')
      %s
      """
          .formatted(Introductions.CHANGED);

  private final AuditTrail audit;

  AbsentSuccessors(LastTrip lastTrip, AuditTrail audit) {
    super(lastTrip);
    this.audit = audit;
  }

  void absent(@Observes AbsenceRecorded recorded) {
    addToTransaction(recorded.absence());
  }

  @Override
  protected void write(List<Absence> absences, RoundTrip trip) {
    audit.changed(trip, "introduction", CALL_OFF);
    trip.bindColumn("absentTechnicians", absences, Absence::technicianId)
        .bindColumn("absentFrom", absences, Absence::fromOn)
        .bindColumn("absentUntil", absences, Absence::untilOn);
  }
}
