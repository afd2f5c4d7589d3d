package io.familiarface.feedback.insight;

import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.AgreementCopies;
import io.familiarface.feedback.technician.TechnicianCopies;

/**
 * Jobs, that is visits that took place, with what customers thought of them. Of which visit
 * somebody speaks who names neither a visit nor a project, the function {@code visit_spoken_of}
 * says; here it is asked the other way round, for all visits of a time at once.
 */
final class InsightSql {
  private InsightSql() {}

  /**
   * {@code counted}: the visits within one of two times, {@code :start1} to {@code :end1} and
   * {@code :start2} to {@code :end2}, by day and by one thing at a time, by the clock of {@code
   * :zone}. Who is new to a customer is seen from all visits of theirs. Qualified is who had a
   * technical course on record by that day. What was said of the visits is joined to all of them,
   * so that it is looked up for the visits of a day, and read once for those of a year.
   */
  static final String COUNTED =
      """
      skilled as materialized (
        select technician_id, min(held_on) as since from %1$s course
        where kind = 'TECHNICAL' group by technician_id),
      visit as materialized (
        select * from %2$s v where v.at >= :start1 and v.at < :end1
        union all
        select * from %2$s v where v.at >= :start2 and v.at < :end2),
      marked as materialized (
        select visit_id, avg(csat) as csat from (
          select v.visit_id, f.csat from visit v join %4$s f on f.visit_id = v.visit_id
          where f.csat is not null
          union all
          select v.visit_id, f.csat
          from visit v
          join %4$s f on f.customer_id = v.customer_id
            and f.at >= v.at and f.at < v.at + spoken_of_within()
          where f.csat is not null and f.visit_id is null and f.project_id is null
            and (f.technician_id is null or f.technician_id = v.technician_id)
            and not exists (
              select 1 from %2$s n where n.customer_id = v.customer_id
                and n.at >= v.at and n.at <= f.at and (n.at, n.visit_id) > (v.at, v.visit_id)
                and (f.technician_id is null or n.technician_id = f.technician_id))
        ) marks group by visit_id),
      complained as materialized (
        select distinct v.visit_id
        from visit v
        join %3$s k on k.customer_id = v.customer_id
          and (k.visit_id = v.visit_id
            or (k.visit_id is null and k.project_id is null
              and k.received_at >= v.at and k.received_at < v.at + spoken_of_within()
              and not exists (
                select 1 from %2$s n where n.customer_id = v.customer_id
                  and n.at >= v.at and n.at <= k.received_at
                  and (n.at, n.visit_id) > (v.at, v.visit_id))))),
      job as (
        select (v.at at time zone :zone)::date as day, v.technician_id,
          coalesce(c.branch, t.branch) as branch, a.program,
          extract(hour from v.at at time zone :zone)::int as hour,
          case when exists (
              select 1 from %2$s e where e.customer_id = v.customer_id and e.at < v.at
                and e.technician_id is not distinct from v.technician_id)
            then 'KNOWN' else 'NEW' end as familiarity,
          case when v.planned_technician_id <> v.technician_id
            then 'INSTEAD' else 'AS_PLANNED' end as sent,
          v.on_time, v.on_time as punctual,
          case when s.since <= (v.at at time zone :zone)::date then 'YES' else 'NO' end
            as qualified,
          s.since <= (v.at at time zone :zone)::date as trained,
          k.visit_id is not null as complained, f.csat
        from visit v
        left join marked f on f.visit_id = v.visit_id
        left join complained k on k.visit_id = v.visit_id
        left join %5$s c on c.id = v.customer_id
        left join %6$s t on t.id = v.technician_id
        left join %7$s a on a.id = v.agreement_id
        left join skilled s on s.technician_id = v.technician_id),
      counted as (
        select day,
          case
            when grouping(technician_id) = 0 then 'TECHNICIAN'
            when grouping(branch) = 0 then 'BRANCH'
            when grouping(program) = 0 then 'PROGRAM'
            when grouping(hour) = 0 then 'HOUR'
            when grouping(familiarity) = 0 then 'FAMILIARITY'
            when grouping(sent) = 0 then 'SENT'
            when grouping(on_time) = 0 then 'ON_TIME'
            when grouping(qualified) = 0 then 'QUALIFIED' end as dimension,
          coalesce(technician_id::text, branch, program, hour::text, familiarity, sent, on_time,
            qualified) as key,
          count(*)::int as jobs, count(*) filter (where complained)::int as complaints,
          count(*) filter (where punctual = 'YES')::int as on_time,
          count(*) filter (where punctual = 'NO')::int as late,
          count(*) filter (where trained)::int as qualified,
          count(csat)::int as marks, count(*) filter (where csat <= 2)::int as low,
          coalesce(sum(csat), 0) as csat_sum, coalesce(sum(csat * csat), 0) as csat_squares
        from job
        group by grouping sets ((day), (day, technician_id), (day, branch), (day, program),
          (day, hour), (day, familiarity), (day, sent), (day, on_time), (day, qualified)))\
      """
          .formatted(
              TechnicianCopies.TRAININGS,
              Signals.VISITS,
              Complaints.ROWS,
              FeedbackRepository.ROWS,
              CustomerCopies.NAMES,
              TechnicianCopies.NAMES,
              AgreementCopies.ROWS);

  private static final String SUMS =
      """
      sum(jobs)::int as jobs, sum(complaints)::int as complaints, sum(on_time)::int as on_time,
          sum(late)::int as late, sum(qualified)::int as qualified, sum(marks)::int as marks,
          sum(low)::int as low, sum(csat_sum) as csat_sum, sum(csat_squares) as csat_squares\
      """;

  /**
   * {@code grouped}: the jobs of a period by one thing at a time, and all of them without a
   * dimension: the days from {@code :firstDay} to before {@code :lastDay} as they were counted, and
   * what is {@code counted} of those that lie partly within.
   */
  static final String GROUPED =
      """
      %s,
      within as (
        select * from insight_day where day >= :firstDay and day < :lastDay
        union all select * from counted
        union all select null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      grouped as (
        select dimension, key, %s from within group by dimension, key
        union all
        select 'WEEKDAY', extract(isodow from day)::text, %s from within
        where dimension is null and day is not null group by 2
        union all
        select 'MONTH', to_char(day, 'YYYY-MM'), %s from within
        where dimension is null and day is not null group by 2)\
      """
          .formatted(COUNTED, SUMS, SUMS, SUMS);
}
