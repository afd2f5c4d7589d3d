package io.familiarface.jobs.introduction;

import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.visit.Introduction;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The introductions, for those who read them. */
@ApplicationScoped
class FoundIntroductions {
  private final Introductions introductions;
  private final CompanyCalendar calendar;

  FoundIntroductions(Introductions introductions, CompanyCalendar calendar) {
    this.introductions = introductions;
    this.calendar = calendar;
  }

  /** The soonest first. */
  Page<IntroductionView> page(IntroductionFilter filter, PageRequest page) {
    ListQuery list =
        introductions
            .list()
            .where("i.state = :state", "state", filter.state)
            .where(
                "i.scheduled_at <= :due",
                "due",
                filter.due == null ? null : filter.due.end(calendar));
    Reference.narrow(list, "i.visit_id", filter.visitId, Visits.ID_BY_KEY);
    CustomerCopies.narrow(list, "i.customer_id", filter.customerId);
    if (filter.technicianId != null) {
      Introductions.narrowToTechnician(list, filter.technicianId);
    }
    page.after()
        .ifPresent(
            key ->
                list.where("(i.scheduled_at, i.id) > (:afterAt, :afterId)")
                    .bind("afterAt", key.instant(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(Introduction.class, "i.scheduled_at, i.id", page.limit() + 1),
        page,
        one -> Key.of(one.scheduledAt(), one.id()),
        IntroductionView::of);
  }

  /** By its id, or by the key that another system has for the visit that it is for. */
  Introduction get(Ref ref) {
    ListQuery list = introductions.list();
    Visits.narrowToOwn(list, "i", ref);
    return list.list(Introduction.class, "i.made_at desc, i.id desc", 1).stream()
        .findFirst()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_INTRODUCTION.because(
                    "There is no introduction %s.".formatted(ref)));
  }
}
