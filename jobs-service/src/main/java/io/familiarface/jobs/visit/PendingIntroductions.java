package io.familiarface.jobs.visit;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets introductions follow the visits that change, with the last trip: those that cannot need
 * another time, and those of nobody who comes are dropped.
 */
@Singleton
class PendingIntroductions extends TransactionBuffer<PendingIntroductions.Followed> {
  private static final String IT =
      """
      unnest(cast(:introducedVisits as uuid[]), cast(:introducedNow as uuid[]),
        cast(:introducedStates as text[]), cast(:introducedTechnicians as uuid[]),
        cast(:introducedTimes as timestamptz[]), cast(:introducedDays as date[]),
        cast(:introducedTimed as boolean[]), cast(:introducedWeekdays as text[]),
        cast(:introducedClocks as time[]))
        as it (id, now_id, state, technician_id, scheduled_at, scheduled_on, time_said, weekday,
          clock)\
      """;

  /** One that the rule has made anew is the one that it is for. */
  private static final String FOLLOW =
      """
      update introduction i set visit_id = it.now_id, version = version + 1
      from %s
      where i.ended_at is null and i.visit_id = it.id and it.now_id <> it.id
        and it.technician_id = i.successor_id
      %s
      """
          .formatted(IT, Introductions.CHANGED);

  /** SQL: of the introduction {@code i} at the visit {@code it}, whether it may go with it. */
  private static final String MOVES =
      """
      i.state = 'OPEN' and i.joint_visit_id = it.id and it.state = 'PLANNED'
        and it.technician_id = i.leaver_id
        and (it.now_id, it.scheduled_at, it.time_said)
          is distinct from (i.joint_visit_id, i.scheduled_at, i.time_said)\
      """;

  /**
   * Whoever moved the visit holds whoever is introduced; where somebody else does, who books them
   * at this moment, they are taken to be elsewhere: waiting here would be in no order. By a
   * statement of its own: the next one sees what was booked until they were held.
   */
  private static final String HOLD =
      """
      select set_config('familiar.introduced', (
        select coalesce(string_agg(cast(id as text), ','), '') from (%s) held), true)
      """
          .formatted(
              Technicians.HOLD_FREE.formatted(
                  "select i.successor_id from introduction i, %s where %s".formatted(IT, MOVES)));

  private static final String MOVE =
      """
      update introduction i set joint_visit_id = it.now_id, scheduled_at = it.scheduled_at,
        scheduled_on = it.scheduled_on, time_said = it.time_said, version = version + 1
      from %s
      where %s
        and it.scheduled_at < (select scheduled_at from visit where id = i.visit_id)
        and cast(i.successor_id as text)
          = any(string_to_array(current_setting('familiar.introduced'), ','))
        and %s
        and not %s
        and ((it.scheduled_at, it.time_said) = (i.scheduled_at, i.time_said) or %s)
        and not exists (select from step_booking() s where s.technician_id = i.successor_id
          and it.scheduled_on between s.starts_on and s.ends_on)
        and not (it.time_said and exists (
          select from visit v where v.technician_id = i.successor_id and v.id <> it.now_id
            and v.scheduled_at > it.scheduled_at - cast(:introducedLength as interval)
            and v.scheduled_at < it.scheduled_at + cast(:introducedLength as interval)
            and v.state = 'PLANNED' and v.time_said))
        and not (it.time_said and exists (
          select from introduction o where o.successor_id = i.successor_id and o.id <> i.id
            and o.scheduled_at > it.scheduled_at - cast(:introducedLength as interval)
            and o.scheduled_at < it.scheduled_at + cast(:introducedLength as interval)
            and o.state = 'OPEN' and o.time_said))
      %s
      """
          .formatted(
              IT,
              MOVES,
              Technicians.isEmployed("i.successor_id", "it.scheduled_on"),
              Absences.isAway("i.successor_id", "it.scheduled_on"),
              Technicians.works("i.successor_id", "it.weekday", "it.clock"),
              Introductions.CHANGED);

  private static final String DROP =
      """
      update introduction i set state = 'DROPPED', ended_at = :introductionsEndedAt,
        version = version + 1, reason = case
          when it.state in ('WITHDRAWN', 'MISSED')
            then 'The visit that it was for does not take place.'
          else 'Somebody else comes to the visit that it was for.' end
      from %s
      where i.ended_at is null and i.visit_id = it.id
        and (it.state in ('WITHDRAWN', 'MISSED') or it.technician_id is distinct from i.successor_id)
      %s
      """
          .formatted(IT, Introductions.CHANGED);

  /** Of a visit that has been, nobody needs another one. */
  private static final String NEED =
      """
      update introduction i set version = i.version + 1,
        state = case when v.state = 'PLANNED' then 'NEEDED' else 'DROPPED' end,
        ended_at = case when v.state <> 'PLANNED'
          then cast(:introductionsEndedAt as timestamptz) end,
        reason = case
          when i.visit_id = it.now_id then 'The visit that it was for is before it now.'
          when it.state in ('WITHDRAWN', 'MISSED')
            then 'The visit at which it was to be does not take place.'
          when it.technician_id is distinct from i.leaver_id
            then 'Somebody else makes the visit at which it was to be.'
          when it.scheduled_at >= v.scheduled_at
            then 'The visit at which it was to be is after the one that it was for now.'
          else 'The visit at which it was to be has moved, and whoever is introduced is not free then.'
        end
      from %s, visit v
      where i.state = 'OPEN' and v.id = i.visit_id and (
        i.visit_id = it.now_id and it.scheduled_at <= i.scheduled_at
        or i.joint_visit_id = it.id and (it.state in ('WITHDRAWN', 'MISSED')
          or it.technician_id is distinct from i.leaver_id
          or (it.now_id, it.scheduled_at, it.time_said)
            is distinct from (i.joint_visit_id, i.scheduled_at, i.time_said)))
      %s
      """
          .formatted(IT, Introductions.CHANGED);

  /** That they met may still be said of one that could be; of another, nobody waits for it. */
  private static final String OVER =
      """
      update introduction set state = 'DROPPED', ended_at = :introductionsEndedAt,
        reason = 'The visit that it was for has been.', version = version + 1
      where visit_id = any(:introducedOver) and state = 'NEEDED'
      %s
      """
          .formatted(Introductions.CHANGED);

  private final VisitSettings settings;
  private final CompanyCalendar calendar;
  private final AuditTrail audit;

  PendingIntroductions(
      LastTrip lastTrip, VisitSettings settings, CompanyCalendar calendar, AuditTrail audit) {
    super(lastTrip);
    this.audit = audit;
    this.settings = settings;
    this.calendar = calendar;
  }

  /**
   * A visit that has changed.
   *
   * @param id which it was
   * @param now the same, or the one in its place
   * @param otherwise whether it is by somebody else, at another time or off, and not only done
   */
  record Followed(UUID id, Visit now, boolean otherwise) {}

  void changed(@Observes VisitChanged change) {
    Visit visit = change.visit();
    VisitSnapshot before = change.before();
    boolean off = visit.state == VisitState.WITHDRAWN || visit.state == VisitState.MISSED;
    boolean otherwise =
        before != null
            && (!Objects.equals(before.technicianId(), visit.technicianId)
                || !before.scheduledAt().equals(visit.scheduledAt)
                || before.timeSaid() != visit.timeSaid);
    if (off || otherwise || visit.state == VisitState.COMPLETED) {
      addToTransaction(new Followed(visit.id, visit, off || otherwise));
    }
  }

  void replaced(@Observes VisitReplaced replacement) {
    addToTransaction(new Followed(replacement.withdrawn().id, replacement.made(), true));
  }

  @Override
  protected void write(List<Followed> added, RoundTrip trip) {
    trip.bind("introductionsEndedAt", Instants.toMicros(calendar.now()));
    List<Followed> followed =
        List.copyOf(
            added.stream()
                .filter(Followed::otherwise)
                .collect(Collectors.toMap(Followed::id, one -> one, (earlier, later) -> later))
                .values());
    if (!followed.isEmpty()) {
      follow(followed, trip);
    }
    List<UUID> over =
        added.stream()
            .map(Followed::now)
            .filter(visit -> visit.state == VisitState.COMPLETED)
            .map(Visit::id)
            .toList();
    if (!over.isEmpty()) {
      audit.changed(trip.bind("introducedOver", over), "introduction", OVER);
    }
  }

  private void follow(List<Followed> followed, RoundTrip trip) {
    audit.changed(trip, "introduction", FOLLOW);
    audit.changed(trip, "introduction", DROP);
    trip.update(HOLD);
    audit.changed(trip, "introduction", MOVE);
    audit.changed(trip, "introduction", NEED);
    trip.bind("introducedLength", settings.length().toString())
        .bindColumn("introducedVisits", followed, Followed::id)
        .bindColumn("introducedNow", followed, one -> one.now().id)
        .bindColumn("introducedStates", followed, one -> one.now().state)
        .bindColumn("introducedTechnicians", followed, one -> one.now().technicianId)
        .bindColumn("introducedTimes", followed, one -> one.now().scheduledAt)
        .bindColumn("introducedDays", followed, one -> one.now().scheduledOn)
        .bindColumn("introducedTimed", followed, one -> one.now().timeSaid)
        .bindColumn("introducedWeekdays", followed, one -> one.now().scheduledOn.getDayOfWeek())
        .bindColumn(
            "introducedClocks",
            followed,
            one -> one.now().timeSaid ? calendar.timeOf(one.now().scheduledAt) : null);
  }
}
