package io.familiarface.jobs.visit;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Drops the introductions that changes of visits make impossible, with the last trip. */
@Singleton
class PendingIntroductions extends TransactionBuffer<Visit> {
  private static final String DROP =
      """
      update introduction i set state = 'DROPPED', ended_at = :introductionsEndedAt,
        version = version + 1, reason = case
          when i.visit_id = it.id and it.state = 'WITHDRAWN'
            then 'The visit that it was for does not take place.'
          when i.visit_id = it.id and it.technician_id is distinct from i.successor_id
            then 'Somebody else comes to the visit that it was for.'
          when i.visit_id = it.id
            then 'The visit that it was for is before it now.'
          when it.state in ('WITHDRAWN', 'MISSED')
            then 'The visit at which it was to be does not take place.'
          when it.technician_id is distinct from i.leaver_id
            then 'Somebody else makes the visit at which it was to be.'
          else 'The visit at which it was to be has moved.' end
      from unnest(cast(:introducedVisits as uuid[]), cast(:introducedStates as text[]),
        cast(:introducedTechnicians as uuid[]), cast(:introducedTimes as timestamptz[]))
        as it (id, state, technician_id, scheduled_at)
      where i.state = 'OPEN' and (
        i.visit_id = it.id and (it.state = 'WITHDRAWN'
          or it.technician_id is distinct from i.successor_id or it.scheduled_at <= i.scheduled_at)
        or i.joint_visit_id = it.id and (it.state in ('WITHDRAWN', 'MISSED')
          or it.technician_id is distinct from i.leaver_id or it.scheduled_at <> i.scheduled_at))
      """;

  private final CompanyCalendar calendar;

  PendingIntroductions(LastTrip lastTrip, CompanyCalendar calendar) {
    super(lastTrip);
    this.calendar = calendar;
  }

  void changed(@Observes VisitChanged change) {
    Visit visit = change.visit();
    VisitSnapshot before = change.before();
    boolean off = visit.state == VisitState.WITHDRAWN || visit.state == VisitState.MISSED;
    boolean otherwise =
        before != null
            && (!Objects.equals(before.technicianId(), visit.technicianId)
                || !before.scheduledAt().equals(visit.scheduledAt));
    if (off || otherwise) {
      addToTransaction(visit);
    }
  }

  @Override
  protected void write(List<Visit> visits, RoundTrip trip) {
    trip.update(DROP)
        .bind("introductionsEndedAt", Instants.toMicros(calendar.now()))
        .bindColumn("introducedVisits", visits, visit -> visit.id)
        .bindColumn("introducedStates", visits, visit -> visit.state)
        .bindColumn("introducedTechnicians", visits, visit -> visit.technicianId)
        .bindColumn("introducedTimes", visits, visit -> visit.scheduledAt);
  }
}
