package io.familiarface.jobs.visit;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.DepartureRecorded;
import io.familiarface.jobs.technician.LastDayRecorded;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Drops the introductions of whoever has left when they were to come, with the last trip. */
@Singleton
class LeavingSuccessors extends TransactionBuffer<Technician> {
  private static final String DROP =
      """
      update introduction i set state = 'DROPPED', ended_at = :departuresRecordedAt,
        reason = 'Whoever was to be introduced leaves before they were to come.',
        version = i.version + 1
      from unnest(cast(:leavingTechnicians as uuid[]), cast(:lastDays as date[]))
        as leaving (technician_id, last_day_on), visit v
      where i.successor_id = leaving.technician_id and i.ended_at is null
        and v.id = i.visit_id and v.scheduled_on > leaving.last_day_on
      %s
      """
          .formatted(Introductions.CHANGED);

  private final CompanyCalendar calendar;
  private final AuditTrail audit;

  LeavingSuccessors(LastTrip lastTrip, CompanyCalendar calendar, AuditTrail audit) {
    super(lastTrip);
    this.audit = audit;
    this.calendar = calendar;
  }

  void leaves(@Observes DepartureRecorded recorded) {
    addToTransaction(recorded.technician());
  }

  void leaves(@Observes LastDayRecorded recorded) {
    addToTransaction(recorded.technician());
  }

  @Override
  protected void write(List<Technician> leaving, RoundTrip trip) {
    audit.changed(trip, "introduction", DROP);
    trip.bind("departuresRecordedAt", Instants.toMicros(calendar.now()))
        .bindColumn("leavingTechnicians", leaving, Technician::id)
        .bindColumn("lastDays", leaving, Technician::leftOn);
  }
}
