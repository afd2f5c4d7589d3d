package io.familiarface.jobs.notice;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitChanged;
import io.familiarface.jobs.visit.VisitSnapshot;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** Makes the notices that changes of visits call for, in their transaction. */
@ApplicationScoped
class NoticeObserver {
  private final PendingNotices pending;
  private final Notices notices;
  private final NoticeSettings settings;
  private final CompanyCalendar calendar;

  NoticeObserver(
      PendingNotices pending, Notices notices, NoticeSettings settings, CompanyCalendar calendar) {
    this.pending = pending;
    this.notices = notices;
    this.settings = settings;
    this.calendar = calendar;
  }

  void changed(@Observes VisitChanged change) {
    Instant now = calendar.now();
    Visit visit = change.visit();
    NoticeNeed need = NoticeNeed.of(change.before(), visit, now);
    if (need != NoticeNeed.NONE) {
      pending.add(change(need, visit, change.before(), Instants.toMicros(now)));
    }
  }

  private NoticeChange change(NoticeNeed need, Visit visit, VisitSnapshot before, Instant now) {
    return new NoticeChange(
        null,
        need,
        visit.id(),
        visit.customerId(),
        before == null ? visit.plannedTechnicianId() : before.technicianId(),
        before == null ? visit.scheduledAt() : before.scheduledAt(),
        visit.technicianId(),
        visit.scheduledAt(),
        now,
        visit.scheduledAt().minus(settings.period()),
        visit.notice().customerToldAt() == null ? now : visit.notice().customerToldAt());
  }

  void move(@Observes CustomerMerged merged) {
    notices.move(merged.from(), merged.into());
  }
}
