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

  /** {@code complained}: the visits of which a customer complained from {@code :from} on. */
  static final String COMPLAINED =
      """
      complained as materialized (
        select distinct coalesce(c.visit_id, last.visit_id) as visit_id
        from %s c
        left join lateral (
          select v.visit_id from %s v
          where c.visit_id is null and c.project_id is null and v.customer_id = c.customer_id
            and v.at <= c.received_at and v.at > c.received_at - interval '30 days'
          order by v.at desc limit 1) last on true
        where c.received_at >= :from)\
      """
          .formatted(Complaints.ROWS, Signals.VISITS);

  /** {@code marked}: the visits for which a customer gave a mark from {@code :from} on. */
  static final String MARKED =
      """
      marked as materialized (
        select visit_id, avg(csat) as csat
        from (
          select coalesce(f.visit_id, last.visit_id) as visit_id, f.csat
          from %s f
          left join lateral (
            select v.visit_id from %s v
            where f.visit_id is null and f.project_id is null and v.customer_id = f.customer_id
              and v.at <= f.at and v.at > f.at - interval '30 days'
            order by v.at desc limit 1) last on true
          where f.at >= :from and f.csat is not null) each
        where visit_id is not null
        group by visit_id)\
      """
          .formatted(FeedbackRepository.ROWS, Signals.VISITS);

  /**
   * {@code job}: the visits from {@code :from} to {@code :to}, by the clock of {@code :zone}. Who
   * is new to a customer is seen from all visits, those before the period too. Qualified is who had
   * a technical course on record by that day; null where the company records none.
   */
  static final String JOB =
      """
      skilled as materialized (
        select technician_id, min(held_on) as since from %s course
        where kind = 'TECHNICAL' group by technician_id),
      job as (
        select * from (
          select v.visit_id, v.customer_id, v.at, v.at at time zone :zone as clock,
            v.technician_id, coalesce(c.branch, t.branch) as branch, v.on_time, a.program,
            case when v.at = min(v.at) over (partition by v.customer_id, v.technician_id)
              then 'NEW' else 'KNOWN' end as familiarity,
            case when v.planned_technician_id <> v.technician_id
              then 'INSTEAD' else 'AS_PLANNED' end as sent,
            case when (select count(*) from skilled) = 0 then null
              when s.since <= (v.at at time zone :zone)::date then 'YES' else 'NO' end as qualified
          from %s v
          left join %s c on c.id = v.customer_id
          left join %s t on t.id = v.technician_id
          left join %s a on a.id = v.agreement_id
          left join skilled s on s.technician_id = v.technician_id
          where v.at < :to) every
        where at >= :from)\
      """
          .formatted(
              TechnicianCopies.TRAININGS,
              Signals.VISITS,
              CustomerCopies.NAMES,
              TechnicianCopies.NAMES,
              AgreementCopies.ROWS);
}
