package io.familiarface.jobs.notice;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.visit.NoticePeriod;
import io.familiarface.jobs.visit.Telling;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitCalledOff;
import io.familiarface.jobs.visit.VisitChanged;
import io.familiarface.jobs.visit.VisitReplaced;
import io.familiarface.jobs.visit.VisitSnapshot;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Makes the notices that changes of visits call for, in their transaction. */
@ApplicationScoped
class NoticeObserver {
  private final PendingNotices pending;
  private final Notices notices;
  private final NoticePeriod period;
  private final Caller caller;
  private final CompanyCalendar calendar;

  NoticeObserver(
      PendingNotices pending,
      Notices notices,
      NoticePeriod period,
      Caller caller,
      CompanyCalendar calendar) {
    this.pending = pending;
    this.notices = notices;
    this.period = period;
    this.caller = caller;
    this.calendar = calendar;
  }

  void changed(@Observes VisitChanged change) {
    Instant now = calendar.now();
    Visit visit = change.visit();
    NoticeNeed need = NoticeNeed.of(change.before(), visit, change.telling(), calendar);
    if (need != NoticeNeed.NONE) {
      pending.add(change(need, change, null, Instants.toMicros(now)));
    }
  }

  private NoticeChange change(NoticeNeed need, VisitChanged change, UUID replaced, Instant now) {
    Visit visit = change.visit();
    VisitSnapshot before = change.before();
    Telling telling = change.telling();
    boolean asked = telling.askedForTime();
    Instant toldAt = telling.isTold() ? telling.toldAt() : visit.notice().customerToldAt();
    return new NoticeChange(
        null,
        need,
        visit.id(),
        replaced,
        visit.customerId(),
        before == null ? visit.plannedTechnicianId() : before.technicianId(),
        before == null || asked ? visit.scheduledAt() : before.scheduledAt(),
        before == null || asked ? visit.timeSaid() : before.timeSaid(),
        before == null || asked ? visit.windowMinutes() : before.windowMinutes(),
        visit.technicianId(),
        visit.scheduledAt(),
        visit.timeSaid(),
        visit.windowMinutes(),
        now,
        period.dueBefore(visit.scheduledAt()),
        asked,
        Telling.told(toldAt == null ? now : toldAt, telling.how()),
        telling.isTold() ? caller.name() : null,
        before != null
            && (NoticeNeed.isMoved(before, visit, calendar)
                || !Objects.equals(visit.technicianId(), before.technicianId())));
  }

  /** As if the one had become the other. */
  void replaced(@Observes VisitReplaced replacement) {
    Visit made = replacement.made();
    if (replacement.ours() && made.isAhead(calendar)) {
      VisitSnapshot known = replacement.withdrawn().snapshot();
      boolean otherwise =
          !Objects.equals(known.technicianId(), made.technicianId())
              || NoticeNeed.isMoved(known, made, calendar);
      pending.add(
          change(
              otherwise ? NoticeNeed.TELL : NoticeNeed.NONE,
              new VisitChanged(made, known, Telling.NONE),
              replacement.withdrawn().id(),
              Instants.toMicros(calendar.now())));
    }
  }

  void calledOff(@Observes VisitCalledOff off) {
    Visit visit = off.withdrawn();
    if (visit.isAhead(calendar)) {
      pending.add(
          change(
              NoticeNeed.OFF,
              new VisitChanged(visit, visit.snapshot(), Telling.NONE),
              null,
              Instants.toMicros(calendar.now())));
    }
  }

  void move(@Observes CustomerMerged merged) {
    notices.move(merged.from(), merged.into());
  }
}
