package io.familiarface.jobs.visit;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.AbsenceRecorded;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Drops the introductions of whoever is away on their days, with the last trip. */
@Singleton
class AbsentSuccessors extends TransactionBuffer<Absence> {
  private static final String DROP =
      """
      update introduction i set state = 'DROPPED', ended_at = :absencesRecordedAt,
        reason = 'Whoever was to be introduced is away then.', version = version + 1
      from unnest(cast(:absentTechnicians as uuid[]), cast(:absentFrom as date[]),
        cast(:absentUntil as date[])) as away (technician_id, from_on, until_on)
      where i.successor_id = away.technician_id and i.state = 'OPEN'
        and i.scheduled_on between away.from_on and away.until_on
      """;

  private final CompanyCalendar calendar;

  AbsentSuccessors(LastTrip lastTrip, CompanyCalendar calendar) {
    super(lastTrip);
    this.calendar = calendar;
  }

  void absent(@Observes AbsenceRecorded recorded) {
    addToTransaction(recorded.absence());
  }

  @Override
  protected void write(List<Absence> absences, RoundTrip trip) {
    trip.update(DROP)
        .bind("absencesRecordedAt", Instants.toMicros(calendar.now()))
        .bindColumn("absentTechnicians", absences, Absence::technicianId)
        .bindColumn("absentFrom", absences, Absence::fromOn)
        .bindColumn("absentUntil", absences, Absence::untilOn);
  }
}
