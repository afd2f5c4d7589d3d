package io.familiarface.jobs.notice;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What customers have to be told: one for each visit that is other than they know. */
@ApplicationScoped
public class Notices {
  private static final String SELECT =
      """
      select n.*, c.external_id as customer_external_id, c.name as customer_name,
        c.preferred_name as customer_preferred_name, k.name as known_technician_name,
        t.name as technician_name, t.introduction, t.photo_tag, v.window_minutes,
        coalesce(t.left_on < coalesce(v.scheduled_on, n.until_on), false) as technician_left,
        coalesce(v.time_said, false) as time_said, v.permanence, i.introduction_id,
        i.introduce_at_visit_id, i.introduce_at,
        coalesce(i.introduce_time_said, false) as introduce_time_said,
        coalesce(i.introduce_done, false) as introduce_done
      from notice n
      left join %s c on c.id = n.customer_id
      left join %s k on k.id = n.known_technician_id
      left join %2$s t on t.id = n.technician_id
      left join lateral (select * from %s v where v.id = n.visit_id limit 1) v on true
      left join lateral (
        select * from %s i where i.visit_id = n.visit_id order by made_at desc limit 1) i on true\
      """
          .formatted(
              CustomerCopies.SUMMARIES,
              Technicians.SUMMARIES,
              Visits.WINDOWS,
              Introductions.BY_VISIT);

  /** SQL: of which meeting they know who were told of a notice. */
  private static final String MEETING =
      Introductions.meeting("notice.visit_id", "notice.technician_id");

  private final Database database;
  private final CompanyCalendar calendar;
  private final NoticeLetters letters;

  Notices(Database database, CompanyCalendar calendar, NoticeLetters letters) {
    this.database = database;
    this.calendar = calendar;
    this.letters = letters;
  }

  Page<NoticeView> page(NoticeFilter filter, PageRequest page) {
    Instant now = calendar.now();
    ListQuery list =
        database
            .list(SELECT)
            .where("n.due_at <= :due", "due", filter.due == null ? null : filter.due.end(calendar));
    Reference.narrow(list, "n.visit_id", filter.visitId, Visits.ID_BY_KEY);
    CustomerCopies.narrow(list, "n.customer_id", filter.customerId);
    if (filter.state != null) {
      switch (filter.state) {
        case OPEN, FAILED ->
            list.where("n.state = :state", "state", filter.state)
                .where("n.due_at >= :now", "now", now);
        case LATE ->
            list.where("n.state in ('OPEN', 'FAILED')").where("n.due_at < :now", "now", now);
        default -> list.where("n.state = :state", "state", filter.state);
      }
    }
    if (!filter.past) {
      // Who waits for somebody at no time in particular waits all day, and for a step till its end.
      list.where("(n.scheduled_at > :aDayAgo or n.until_on >= :today)")
          .bind("aDayAgo", now.minus(Duration.ofDays(1)))
          .where(
              """
              (n.until_on >= :today or n.scheduled_at > :ahead and coalesce(v.time_said, true)
                or (v.state = 'PLANNED' or n.called_off)
                  and (n.scheduled_at + v.window_minutes * interval '1 minute' > :ahead
                    or not v.time_said and v.scheduled_on >= :today))""")
          .bind("ahead", now)
          .bind("today", calendar.today());
    }
    page.after()
        .ifPresent(
            key ->
                list.where("(n.due_at, n.id) > (:afterDue, :afterId)")
                    .bind("afterDue", key.instant(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(NoticeRow.class, "n.due_at, n.id", page.limit() + 1),
        page,
        row -> Key.of(row.dueAt(), row.id()),
        this::view);
  }

  /** By its id, or by the key that another system has for its visit. */
  NoticeRow get(Ref ref) {
    ListQuery list = database.list(SELECT);
    Visits.narrowToOwn(list, "n", ref);
    return list.list(NoticeRow.class, "n.id", 1).stream()
        .findFirst()
        .orElseThrow(
            () -> JobsProblem.NO_SUCH_NOTICE.because("There is no notice %s.".formatted(ref)));
  }

  NoticeView view(NoticeRow row) {
    return NoticeView.of(row, letters.of(row), calendar.now());
  }

  /** Written to the customer; false if somebody has told them in between. */
  boolean sent(UUID id, Instant at) {
    return database
            .sql(
                """
                update notice set state = 'SENT', sent_at = :at, failure = null,
                  (known_meeting_at, known_meeting_time_said) = %s, version = version + 1
                where id = :id and state not in ('SENT', 'TOLD')
                """
                    .formatted(MEETING))
            .bind("id", id)
            .bind("at", at)
            .update()
        == 1;
  }

  /** Could not be written; false if the customer has been told in between. */
  boolean failed(UUID id, String why) {
    return database
            .sql(
                """
                update notice set state = 'FAILED', failure = :why, version = version + 1
                where id = :id and state not in ('SENT', 'TOLD')
                """)
            .bind("id", id)
            .bind("why", why)
            .update()
        == 1;
  }

  /** Somebody has told them; false if somebody else has in between. */
  boolean told(UUID id, Instant at, ToldHow how, String by) {
    return database
            .sql(
                """
                update notice set state = 'TOLD', told_at = :at, told_how = :how, told_by = :by,
                  (known_meeting_at, known_meeting_time_said) = %s, version = version + 1
                where id = :id and state <> 'TOLD'
                """
                    .formatted(MEETING))
            .bind("id", id)
            .bind("at", at)
            .bind("how", how)
            .bind("by", by)
            .update()
        == 1;
  }

  void move(UUID from, UUID into) {
    database
        .sql("update notice set customer_id = :into where customer_id = :from")
        .bind("from", from)
        .bind("into", into)
        .update();
  }
}
