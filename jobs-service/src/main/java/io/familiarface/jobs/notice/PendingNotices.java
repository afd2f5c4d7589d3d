package io.familiarface.jobs.notice;

import io.familiarface.database.RoundTrip;
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
        technician_id, scheduled_at, made_at, due_at, state)
      select id, visit_id, customer_id, known_technician_id, known_at, technician_id, scheduled_at,
        made_at, due_at, 'OPEN'
      from unnest(cast(:noticeNeeds as text[]), cast(:noticeIds as uuid[]),
        cast(:noticeVisits as uuid[]), cast(:noticeCustomers as uuid[]),
        cast(:noticeKnown as uuid[]), cast(:noticeKnownAt as timestamptz[]),
        cast(:noticeTechnicians as uuid[]), cast(:noticeAt as timestamptz[]),
        cast(:noticeMadeAt as timestamptz[]), cast(:noticeDueAt as timestamptz[]))
        as made (need, id, visit_id, customer_id, known_technician_id, known_at, technician_id,
          scheduled_at, made_at, due_at)
      where need = 'TELL' or need = 'TAKE_BACK' and exists (
        select from notice kept where kept.visit_id = made.visit_id)
      on conflict (visit_id) do update set
        known_technician_id = case when notice.state in ('SENT', 'TOLD')
          then notice.technician_id else notice.known_technician_id end,
        known_at = case when notice.state in ('SENT', 'TOLD')
          then notice.scheduled_at else notice.known_at end,
        technician_id = excluded.technician_id, scheduled_at = excluded.scheduled_at,
        made_at = excluded.made_at, due_at = excluded.due_at, state = 'OPEN', sent_at = null,
        told_at = null, told_how = null, told_by = null, failure = null,
        version = notice.version + 1
      """;

  /** Nobody has to be told that all is as it was. */
  private static final String WITHDRAW =
      """
      delete from notice where visit_id = any(cast(:noticeVisits as uuid[]))
        and state in ('OPEN', 'FAILED') and scheduled_at = known_at
        and technician_id is not distinct from known_technician_id
      """;

  private static final String DROP =
      """
      delete from notice where visit_id = any(:noticesDropped) and state in ('OPEN', 'FAILED')
      """;

  /** A letter that has been sent was the telling itself. */
  private static final String TOLD =
      """
      update notice set state = 'TOLD', told_at = made.told_at, technician_id = made.technician_id,
        scheduled_at = made.scheduled_at, version = version + 1
      from unnest(cast(:noticeNeeds as text[]), cast(:noticeVisits as uuid[]),
        cast(:noticeToldAt as timestamptz[]), cast(:noticeTechnicians as uuid[]),
        cast(:noticeAt as timestamptz[]))
        as made (need, visit_id, told_at, technician_id, scheduled_at)
      where made.need = 'TOLD' and notice.visit_id = made.visit_id
        and not (state = 'SENT' and sent_at = made.told_at)
      """;

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
    trip.update(WRITE)
        .update(WITHDRAW)
        .update(TOLD)
        .bindColumn("noticeNeeds", changes, NoticeChange::need)
        .bindColumn("noticeIds", changes, NoticeChange::id)
        .bindColumn("noticeVisits", changes, NoticeChange::visitId)
        .bindColumn("noticeCustomers", changes, NoticeChange::customerId)
        .bindColumn("noticeKnown", changes, NoticeChange::knownTechnicianId)
        .bindColumn("noticeKnownAt", changes, NoticeChange::knownAt)
        .bindColumn("noticeTechnicians", changes, NoticeChange::technicianId)
        .bindColumn("noticeAt", changes, NoticeChange::scheduledAt)
        .bindColumn("noticeMadeAt", changes, NoticeChange::madeAt)
        .bindColumn("noticeDueAt", changes, NoticeChange::dueAt)
        .bindColumn("noticeToldAt", changes, NoticeChange::toldAt);
  }
}
