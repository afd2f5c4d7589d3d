package io.familiarface.jobs.promise;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.TimeLimit;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.jobs.visit.VisitsAhead;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/** The standing promises that the present plan would break, while there is time. */
@ApplicationScoped
class PromisesAtRisk {
  /** SQL: whoever is to come to a visit can't, or nobody is to. */
  private static final String NOBODY_CAN =
      """
      (%1$s.technician_id is null or %2$s < %1$s.scheduled_on or %3$s
        or %1$s.technician_id = %1$s.planned_technician_id and %4$s < %1$s.scheduled_on)\
      """;

  /** SQL: another one is to come, not at the customer's request and not well handed over. */
  private static final String ANOTHER_COMES =
      """
      (%1$s.technician_id <> %1$s.planned_technician_id
        and %1$s.change_reason is distinct from 'CUSTOMER_REQUEST'
        and not (%1$s.permanence = 'FOR_GOOD'
          and not %1$s.told_late
          and coalesce(%1$s.customer_told_at <= %1$s.scheduled_at, %1$s.customer_told, false)
          and coalesce(%1$s.introduced_at <= %1$s.scheduled_at, %1$s.introduced, false)))\
      """;

  /**
   * The visits that could break a promise, found by what makes them do so and not by going through
   * all visits to come: another one comes, or nobody; who is to come is away; has left by then; or
   * has lost a licence by then. Each by an index: what is not to be thought of in any other order
   * stands behind an offset.
   */
  private static final String SUSPECTS =
      """
      (select v.* from %1$s v
         where v.scheduled_at > :aheadSince and v.scheduled_at <= :until
       union all
       select v.* from %2$s away cross join lateral (
           select * from %3$s theirs where theirs.technician_id = away.technician_id
             and theirs.scheduled_on between greatest(away.from_on, :today)
               and least(away.until_on, :lastDay) offset 0) v
         where away.until_on >= :today and away.from_on <= :lastDay
       union all
       select v.* from %4$s gone cross join lateral (
           select * from %3$s theirs where theirs.technician_id = gone.id
             and theirs.scheduled_on > gone.left_on
             and theirs.scheduled_on between :today and :lastDay offset 0) v
         where gone.left_on < :lastDay and not %5$s
       union all
       select v.* from %4$s lapsed cross join lateral (
           select * from %3$s theirs where theirs.technician_id = lapsed.id
             and theirs.scheduled_on > lapsed.licensed_until
             and theirs.scheduled_on between :today and :lastDay offset 0) v
         where lapsed.licensed_until < :lastDay and not %5$s
           and coalesce(lapsed.left_on >= v.scheduled_on, true))\
      """
          .formatted(
              Visits.OTHERWISE,
              Absences.DAYS,
              Visits.AS_AGREED,
              Technicians.SUMMARIES,
              Absences.isAway("v.technician_id", "v.scheduled_on"));

  /** Each promise with the first visit that would break it. */
  private static final String SELECT =
      """
      select p.*, w.name as technician_name, v.id as visit_id,
        v.external_id as visit_external_id, v.scheduled_at, v.technician_id as comes_id,
        t.name as comes_name,
        case when v.technician_id is null then 'NOBODY_ASSIGNED'
             when t.left_on < v.scheduled_on then 'HAS_LEFT'
             when %s then 'ABSENT'
             when v.technician_id = v.planned_technician_id
               and t.licensed_until < v.scheduled_on then 'LICENCE_ENDED'
             else 'SOMEBODY_ELSE_COMES' end as cause
      from %s v
      cross join lateral (
        select * from %s made where made.customer_id = v.customer_id offset 0) p
      left join %s t on t.id = v.technician_id
      left join %4$s w on w.id = p.technician_id\
      """
          .formatted(
              Absences.isAway("v.technician_id", "v.scheduled_on"),
              SUSPECTS,
              CustomerCopies.PROMISED_TECHNICIANS,
              Technicians.SUMMARIES);

  private static final String FIRST_TO_BREAK_IT =
      """
      %6$s and v.scheduled_at <= :until
        and (%1$s or %2$s)
        and (p.valid_until is null or p.valid_until >= v.scheduled_at)
        and (%1$s or v.technician_id <> p.technician_id)
        and not exists (
          select from %3$s e where e.customer_id = v.customer_id and %7$s
            and (e.scheduled_at, e.id) < (v.scheduled_at, v.id)
            and (%4$s or %5$s and e.technician_id <> p.technician_id))\
      """
          .formatted(
              nobodyCan("v"),
              ANOTHER_COMES.formatted("v"),
              Visits.STILL_PLANNED,
              nobodyCan("e"),
              ANOTHER_COMES.formatted("e"),
              VisitsAhead.among("v"),
              VisitsAhead.among("e"));

  private static String nobodyCan(String visit) {
    return NOBODY_CAN.formatted(
        visit,
        Technicians.LEFT_ON.formatted(visit + ".technician_id"),
        Absences.isAway(visit + ".technician_id", visit + ".scheduled_on"),
        Technicians.LICENSED_UNTIL.formatted(visit + ".technician_id"));
  }

  private final Database database;
  private final CompanyCalendar calendar;

  PromisesAtRisk(Database database, CompanyCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  Page<PromiseAtRisk> page(TimeLimit until, PageRequest page) {
    Instant end = TimeLimit.ahead(until, calendar);
    ListQuery list =
        VisitsAhead.bind(database.list(SELECT), calendar)
            .where(FIRST_TO_BREAK_IT)
            .bind("until", end)
            .bind("lastDay", calendar.dayOf(end));
    page.after()
        .ifPresent(
            key ->
                list.where(
                        "(v.scheduled_at, v.id, p.promise_id)"
                            + " > (:afterAt, :afterVisit, :afterPromise)")
                    .bind("afterAt", key.instant(0))
                    .bind("afterVisit", key.uuid(1))
                    .bind("afterPromise", key.uuid(2)));
    return Page.of(
        list.list(PromiseAtRisk.class, "v.scheduled_at, v.id, p.promise_id", page.limit() + 1),
        page,
        promise -> Key.of(promise.scheduledAt(), promise.visitId(), promise.promiseId()),
        Function.identity());
  }
}
