package io.familiarface.jobs.promise;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.TimeLimit;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The standing promises that the present plan would break, while there is time. */
@ApplicationScoped
class PromisesAtRisk {
  private static final int USUAL_DAYS = 30;

  /**
   * Each promise with the first visit that would break it: somebody else is to come, not at the
   * customer's request and not well handed over, or whoever is to come can't. Promises are looked
   * for once it is known that a visit is such a one, which few are.
   */
  private static final String SELECT =
      """
      select * from (
        select distinct on (p.promise_id) p.*, w.name as technician_name, v.id as visit_id,
          v.external_id as visit_external_id, v.scheduled_at, v.technician_id as comes_id,
          t.name as comes_name,
          case when v.technician_id is null then 'NOBODY_ASSIGNED'
               when t.left_on < v.scheduled_on then 'HAS_LEFT'
               when %s then 'ABSENT'
               else 'SOMEBODY_ELSE_COMES' end as cause
        from %s v
        left join %s t on t.id = v.technician_id
        cross join lateral (
          select * from %s made where made.customer_id = v.customer_id offset 0) p
        left join %3$s w on w.id = p.technician_id
        where v.scheduled_at > :now and v.scheduled_at <= :until
          and (p.valid_until is null or p.valid_until >= v.scheduled_at)
          and (v.technician_id is null or t.left_on < v.scheduled_on or %1$s
            or v.planned_technician_id is not null
              and v.technician_id <> v.planned_technician_id
              and v.change_reason is distinct from 'CUSTOMER_REQUEST'
              and not (v.permanence = 'FOR_GOOD'
                and coalesce(v.customer_told_at <= v.scheduled_at, v.customer_told, false)
                and coalesce(v.introduced_at <= v.scheduled_at, v.introduced, false)))
          and (v.technician_id is null or t.left_on < v.scheduled_on or %1$s
            or v.technician_id <> p.technician_id)
        order by p.promise_id, v.scheduled_at, v.id) at_risk\
      """
          .formatted(
              Absences.isAway("v.technician_id", "v.scheduled_on"),
              Visits.PLANNED,
              Technicians.SUMMARIES,
              CustomerCopies.PROMISED_TECHNICIANS);

  private final Database database;
  private final CompanyCalendar calendar;

  PromisesAtRisk(Database database, CompanyCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  Page<PromiseAtRisk> page(TimeLimit until, PageRequest page) {
    Instant now = calendar.now();
    ListQuery list =
        database
            .list(SELECT)
            .bind("now", now)
            .bind(
                "until",
                until == null ? now.plus(USUAL_DAYS, ChronoUnit.DAYS) : until.end(calendar));
    page.after()
        .ifPresent(
            key ->
                list.where("(scheduled_at, promise_id) > (:afterAt, :afterId)")
                    .bind("afterAt", key.instant(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(PromiseAtRisk.class, "scheduled_at, promise_id", page.limit() + 1),
        page,
        promise -> Key.of(promise.scheduledAt(), promise.promiseId()),
        Function.identity());
  }
}
