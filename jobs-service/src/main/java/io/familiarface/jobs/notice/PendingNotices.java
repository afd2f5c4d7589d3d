package io.familiarface.jobs.notice;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the running transaction makes of the notices, written with its last trip. One row for each
 * visit: what the customer knows, and what is so now.
 */
@Singleton
class PendingNotices extends TransactionBuffer<NoticeChange> {
  private static final String WRITE =
      """
      insert into notice (id, visit_id, customer_id, known_technician_id, known_at,
        known_time_said, known_window_minutes, technician_id, scheduled_at, made_at, due_at, called_off,
        state)
      select id, visit_id, customer_id, known_technician_id, known_at, known_timed, known_window,
        technician_id, scheduled_at, made_at, due_at, need = 'OFF', 'OPEN'
      from unnest(cast(:noticeNeeds as text[]), cast(:noticeIds as uuid[]),
        cast(:noticeVisits as uuid[]), cast(:noticeCustomers as uuid[]),
        cast(:noticeKnown as uuid[]), cast(:noticeKnownAt as timestamptz[]),
        cast(:noticesKnownTimed as boolean[]), cast(:noticeKnownWindows as int[]),
        cast(:noticeTechnicians as uuid[]),
        cast(:noticeAt as timestamptz[]),
        cast(:noticeMadeAt as timestamptz[]), cast(:noticeDueAt as timestamptz[]))
        as made (need, id, visit_id, customer_id, known_technician_id, known_at, known_timed,
          known_window, technician_id, scheduled_at, made_at, due_at)
      where need in ('TELL', 'OFF') or need = 'TAKE_BACK' and exists (
        select from notice kept where kept.visit_id = made.visit_id)
      on conflict (visit_id) do update set
        known_technician_id = case when notice.state in ('SENT', 'TOLD')
          then notice.technician_id else notice.known_technician_id end,
        known_at = case when notice.state in ('SENT', 'TOLD')
          then notice.scheduled_at else notice.known_at end,
        known_time_said = case when notice.state in ('SENT', 'TOLD')
          then excluded.known_time_said else notice.known_time_said end,
        known_window_minutes = case when notice.state in ('SENT', 'TOLD')
          then excluded.known_window_minutes else notice.known_window_minutes end,
        technician_id = excluded.technician_id, scheduled_at = excluded.scheduled_at,
        made_at = excluded.made_at, due_at = excluded.due_at,
        called_off = excluded.called_off, state = 'OPEN', sent_at = null, told_at = null,
        told_how = null, told_by = null, failure = null,
        version = notice.version + 1
      """;

  /** Nobody has to be told that all is as it was; unless we do not come. */
  private static final String WITHDRAW =
      """
      delete from notice
      using unnest(cast(:noticeNeeds as text[]), cast(:noticeVisits as uuid[]),
        cast(:noticesTimed as boolean[]), cast(:noticeWindows as int[]))
        as made (need, visit_id, timed, minutes)
      where notice.visit_id = made.visit_id and state in ('OPEN', 'FAILED') and need <> 'OFF'
        and not exists (select from %s meeting (at, time_said)
          where (meeting.at, meeting.time_said) is distinct from
            (notice.known_meeting_at, notice.known_meeting_time_said))
        and scheduled_at = known_at and known_time_said = made.timed
        and coalesce(known_window_minutes = made.minutes, known_window_minutes is null)
        and technician_id is not distinct from known_technician_id
      """
          .formatted(Introductions.meeting("notice.visit_id", "notice.technician_id"));

  /** What they have to be told still of a visit, they have to be told of the one in its place. */
  private static final String CARRY =
      """
      update notice set visit_id = made.visit_id, version = version + 1
      from unnest(cast(:noticesReplaced as uuid[]), cast(:noticesReplacing as uuid[]))
        as made (replaced, visit_id)
      where notice.visit_id = made.replaced and state in ('OPEN', 'FAILED')
      """;

  private static final String DROP =
      """
      delete from notice where visit_id = any(:noticesDropped) and state in ('OPEN', 'FAILED')
      """;

  /** When the customer wanted it to be, they know: before all else, so that the rest stays. */
  private static final String ASKED =
      """
      update notice set scheduled_at = made.scheduled_at, due_at = made.due_at,
        known_at = case when state in ('SENT', 'TOLD') then known_at else made.scheduled_at end,
        known_time_said = case when state in ('SENT', 'TOLD') then known_time_said else made.timed end,
        known_window_minutes =
          case when state in ('SENT', 'TOLD') then known_window_minutes else made.minutes end,
        version = version + 1
      from unnest(cast(:noticesAsked as boolean[]), cast(:noticeVisits as uuid[]),
        cast(:noticeAt as timestamptz[]), cast(:noticeDueAt as timestamptz[]),
        cast(:noticesTimed as boolean[]), cast(:noticeWindows as int[]))
        as made (asked, visit_id, scheduled_at, due_at, timed, minutes)
      where made.asked and notice.visit_id = made.visit_id
      """;

  /** A letter that has been sent was the telling itself, and what is said again is no later. */
  private static final String TOLD =
      """
      update notice set state = 'TOLD', told_at = made.told_at,
        (known_meeting_at, known_meeting_time_said) = %s,
        told_how = coalesce(made.told_how, notice.told_how),
        told_by = coalesce(made.told_by, notice.told_by), technician_id = made.technician_id,
        scheduled_at = made.scheduled_at, due_at = made.due_at, called_off = false,
        version = version + 1
      from unnest(cast(:noticeNeeds as text[]), cast(:noticeVisits as uuid[]),
        cast(:noticeToldAt as timestamptz[]), cast(:noticeToldHow as text[]),
        cast(:noticeToldBy as text[]), cast(:noticeTechnicians as uuid[]),
        cast(:noticeAt as timestamptz[]), cast(:noticeDueAt as timestamptz[]),
        cast(:noticesAnew as boolean[]))
        as made (need, visit_id, told_at, told_how, told_by, technician_id, scheduled_at, due_at,
          anew)
      where made.need = 'TOLD' and notice.visit_id = made.visit_id
        and (anew or state <> 'TOLD' or made.told_at < notice.told_at)
        and not (state = 'SENT' and sent_at = made.told_at)
      """
          .formatted(Introductions.meeting("made.visit_id", "made.technician_id"));

  /** What was told as it was changed: nothing is left to do, but how they were told is kept. */
  private static final String TOLD_AT_ONCE =
      """
      insert into notice (id, visit_id, customer_id, known_technician_id, known_at,
        known_time_said, known_window_minutes, technician_id, scheduled_at, made_at, due_at, state,
        told_at, told_how, told_by, known_meeting_at, known_meeting_time_said)
      select id, visit_id, customer_id, known_technician_id, known_at, known_timed, known_window,
        technician_id, scheduled_at, made_at, due_at, 'TOLD', told_at, told_how, told_by,
        meeting.at, meeting.time_said
      from unnest(cast(:noticeNeeds as text[]), cast(:noticesAnew as boolean[]),
        cast(:noticeIds as uuid[]), cast(:noticeVisits as uuid[]),
        cast(:noticeCustomers as uuid[]), cast(:noticeKnown as uuid[]),
        cast(:noticeKnownAt as timestamptz[]), cast(:noticesKnownTimed as boolean[]),
        cast(:noticeKnownWindows as int[]), cast(:noticeTechnicians as uuid[]),
        cast(:noticeAt as timestamptz[]), cast(:noticeMadeAt as timestamptz[]),
        cast(:noticeDueAt as timestamptz[]), cast(:noticeToldAt as timestamptz[]),
        cast(:noticeToldHow as text[]), cast(:noticeToldBy as text[]))
        as made (need, anew, id, visit_id, customer_id, known_technician_id, known_at,
          known_timed, known_window, technician_id, scheduled_at, made_at, due_at, told_at,
          told_how, told_by)
      cross join lateral %s meeting (at, time_said)
      where need = 'TOLD' and anew and told_how is not null
      on conflict (visit_id) do nothing
      """
          .formatted(Introductions.meeting("made.visit_id", "made.technician_id"));

  PendingNotices(LastTrip lastTrip) {
    super(lastTrip);
  }

  void add(NoticeChange change) {
    addToTransaction(change);
  }

  @Override
  protected void write(List<NoticeChange> added, RoundTrip trip) {
    Map<UUID, NoticeChange> byVisit = new LinkedHashMap<>();
    added.forEach(one -> byVisit.merge(one.visitId(), one, NoticeChange::followedBy));
    List<NoticeChange> replacing =
        byVisit.values().stream().filter(one -> one.replaced() != null).toList();
    if (!replacing.isEmpty()) {
      trip.update(CARRY)
          .bindColumn("noticesReplaced", replacing, NoticeChange::replaced)
          .bindColumn("noticesReplacing", replacing, NoticeChange::visitId);
    }
    Map<Boolean, List<NoticeChange>> dropped =
        byVisit.values().stream()
            .collect(Collectors.partitioningBy(one -> one.need() == NoticeNeed.DROP));
    // An import of cancellations drops by the hundreds, and has nothing else.
    if (!dropped.get(true).isEmpty()) {
      trip.update(DROP)
          .bind("noticesDropped", dropped.get(true).stream().map(NoticeChange::visitId).toList());
    }
    if (!dropped.get(false).isEmpty()) {
      writeKept(dropped.get(false), trip);
    }
  }

  private static void writeKept(List<NoticeChange> changes, RoundTrip trip) {
    trip.update(ASKED)
        .update(WRITE)
        .update(WITHDRAW)
        .update(TOLD)
        .update(TOLD_AT_ONCE)
        .bindColumn("noticesAsked", changes, NoticeChange::askedForTime)
        .bindColumn("noticesAnew", changes, NoticeChange::anew)
        .bindColumn("noticeNeeds", changes, NoticeChange::need)
        .bindColumn("noticeIds", changes, NoticeChange::id)
        .bindColumn("noticeVisits", changes, NoticeChange::visitId)
        .bindColumn("noticeCustomers", changes, NoticeChange::customerId)
        .bindColumn("noticeKnown", changes, NoticeChange::knownTechnicianId)
        .bindColumn("noticeKnownAt", changes, NoticeChange::knownAt)
        .bindColumn("noticesKnownTimed", changes, NoticeChange::knownTimed)
        .bindColumn("noticesTimed", changes, NoticeChange::timed)
        .bindColumn("noticeKnownWindows", changes, NoticeChange::knownWindow)
        .bindColumn("noticeWindows", changes, NoticeChange::windowMinutes)
        .bindColumn("noticeTechnicians", changes, NoticeChange::technicianId)
        .bindColumn("noticeAt", changes, NoticeChange::scheduledAt)
        .bindColumn("noticeMadeAt", changes, NoticeChange::madeAt)
        .bindColumn("noticeDueAt", changes, NoticeChange::dueAt)
        .bindColumn("noticeToldAt", changes, one -> one.telling().toldAt())
        .bindColumn("noticeToldHow", changes, one -> one.telling().how())
        .bindColumn("noticeToldBy", changes, NoticeChange::toldBy);
  }
}
