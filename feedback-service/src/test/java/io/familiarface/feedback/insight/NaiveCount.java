package io.familiarface.feedback.insight;

/** All jobs of all days counted from what is stored, the simple way, as a yardstick. */
final class NaiveCount {
  private NaiveCount() {}

  private static final String LAST_VISIT =
      """
      (select v.visit_id from visit v
       where s.visit_id is null and s.project_id is null and v.customer_id = s.customer_id
         and (s.technician_id is null or v.technician_id = s.technician_id) and v.at <= s.at and v.at > s.at - interval '720 hours'
       order by v.at desc, v.visit_id desc limit 1)\
      """;

  private static final String COUNTED =
      """
      with visit as (
        select customer_id, at, (data ->> 'visitId')::uuid as visit_id,
          (data ->> 'technicianId')::uuid as technician_id,
          (data ->> 'plannedTechnicianId')::uuid as planned_technician_id,
          (data ->> 'agreementId')::uuid as agreement_id, data ->> 'onTime' as on_time
        from signal where kind = 'VISIT_COMPLETED'),
      complained as (
        select distinct coalesce(s.visit_id, %1$s) as visit_id
        from (select customer_id, visit_id, project_id, received_at as at,
            null::uuid as technician_id from complaint) s),
      marked as (
        select coalesce(s.visit_id, %1$s) as visit_id, avg(csat) as csat
        from feedback s where csat is not null group by 1),
      course as (
        select id as technician_id, (each ->> 'on')::date as held_on
        from technician_copy, jsonb_array_elements(trainings) each
        where each ->> 'kind' = 'TECHNICAL'),
      job as (
        select (v.at at time zone 'America/New_York')::date as day,
          v.technician_id::text as technician, coalesce(c.branch, t.branch) as branch, a.program,
          extract(hour from v.at at time zone 'America/New_York')::int::text as hour,
          case when v.at = min(v.at) over (partition by v.customer_id, v.technician_id)
            then 'NEW' else 'KNOWN' end as familiarity,
          case when v.planned_technician_id <> v.technician_id
            then 'INSTEAD' else 'AS_PLANNED' end as sent,
          v.on_time,
          case when exists (select 1 from course where course.technician_id = v.technician_id
              and held_on <= (v.at at time zone 'America/New_York')::date)
            then 'YES' else 'NO' end as qualified,
          (select count(*) from complained where complained.visit_id = v.visit_id) as complaints,
          (select marked.csat from marked where marked.visit_id = v.visit_id) as csat
        from visit v
        left join customer_copy c on c.id = v.customer_id
        left join technician_copy t on t.id = v.technician_id
        left join agreement_copy a on a.id = v.agreement_id),
      told as (
        select null as dimension, null as key, job.* from job
        union all select 'TECHNICIAN', technician, job.* from job
        union all select 'BRANCH', branch, job.* from job
        union all select 'PROGRAM', program, job.* from job
        union all select 'HOUR', hour, job.* from job
        union all select 'FAMILIARITY', familiarity, job.* from job
        union all select 'SENT', sent, job.* from job
        union all select 'ON_TIME', on_time, job.* from job
        union all select 'QUALIFIED', qualified, job.* from job),
      naive as (
        select day, dimension, key, count(*) as jobs, sum(complaints) as complaints,
          count(*) filter (where on_time = 'YES') as on_time,
          count(*) filter (where on_time = 'NO') as late,
          count(*) filter (where qualified = 'YES') as qualified, count(csat) as marks,
          count(*) filter (where csat <= 2) as low, coalesce(sum(csat), 0) as csat_sum,
          coalesce(sum(csat * csat), 0) as csat_squares
        from told group by day, dimension, key)\
      """
          .formatted(LAST_VISIT);

  /** How many rows are counted that should not be, or the other way round. */
  static final String DIFFERENCES =
      """
      %s
      select (select count(*) from (select * from naive except all select * from insight_day) m)
        + (select count(*) from (select * from insight_day except all select * from naive) n)
      """
          .formatted(COUNTED);

  static final String JOBS =
      "select coalesce(sum(jobs), 0) from insight_day where dimension is null";
}
