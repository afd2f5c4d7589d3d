package io.familiarface.feedback.insight;

import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.AgreementCopies;
import io.familiarface.feedback.technician.TechnicianCopies;

/**
 * Jobs, that is visits that took place, with what customers thought of them. Who names neither a
 * visit nor a project speaks of the last visit, if that was within 30 days.
 */
final class InsightSql {
  private InsightSql() {}

  /** The last visit before somebody spoke, as a lateral join of a row {@code said}. */
  private static final String LAST_VISIT =
      """
      left join lateral (
        select v.visit_id from %s v
        where said.visit_id is null and said.project_id is null
          and v.customer_id = said.customer_id
          and v.at <= said.at and v.at > said.at - interval '30 days'
        order by v.at desc, v.visit_id desc limit 1) last on true\
      """
          .formatted(Signals.VISITS);

  /**
   * {@code counted}: the visits within one of two times, {@code :start1} to {@code :end1} and
   * {@code :start2} to {@code :end2}, by day and by one thing at a time, by the clock of {@code
   * :zone}. Who is new to a customer is seen from all visits. Qualified is who had a technical
   * course on record by that day.
   */
  static final String COUNTED =
      """
      visit as materialized (
        select v.*, v.at at time zone :zone as clock from %1$s v
        where (v.at >= :start1 and v.at < :end1) or (v.at >= :start2 and v.at < :end2)),
      first_visit as (
        select customer_id, coalesce(technician_id, customer_id) as technician_id, min(at) as at
        from %1$s v where customer_id in (select customer_id from visit)
        group by 1, 2),
      complained as (
        select distinct coalesce(said.visit_id, last.visit_id) as visit_id
        from (select customer_id, visit_id, project_id, received_at as at from %2$s c) said
        %3$s
        where said.customer_id in (select customer_id from visit)),
      marked as (
        select coalesce(said.visit_id, last.visit_id) as visit_id, avg(said.csat) as csat
        from %4$s said
        %3$s
        where said.csat is not null and said.customer_id in (select customer_id from visit)
        group by 1),
      skilled as (
        select technician_id, min(held_on) as since from %5$s course
        where kind = 'TECHNICAL' group by technician_id),
      job as (
        select v.clock::date as day, v.technician_id, coalesce(c.branch, t.branch) as branch,
          a.program, extract(hour from v.clock)::int as hour,
          case when first_visit.at = v.at then 'NEW' else 'KNOWN' end as familiarity,
          case when v.planned_technician_id <> v.technician_id
            then 'INSTEAD' else 'AS_PLANNED' end as sent,
          v.on_time, v.on_time as punctual,
          case when s.since <= v.clock::date then 'YES' else 'NO' end as qualified,
          coalesce(s.since <= v.clock::date, false) as trained,
          complained.visit_id as complained, marked.csat
        from visit v
        join first_visit on first_visit.customer_id = v.customer_id
          and first_visit.technician_id = coalesce(v.technician_id, v.customer_id)
        left join complained on complained.visit_id = v.visit_id
        left join marked on marked.visit_id = v.visit_id
        left join %6$s c on c.id = v.customer_id
        left join %7$s t on t.id = v.technician_id
        left join %8$s a on a.id = v.agreement_id
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
          count(*)::int as jobs, count(complained)::int as complaints,
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
              Signals.VISITS,
              Complaints.ROWS,
              LAST_VISIT,
              FeedbackRepository.ROWS,
              TechnicianCopies.TRAININGS,
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
