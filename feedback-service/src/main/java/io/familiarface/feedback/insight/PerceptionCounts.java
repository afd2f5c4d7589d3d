package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Jobs as we see them beside the marks that customers gave for them, counted. */
@ApplicationScoped
class PerceptionCounts {
  private final Database database;

  PerceptionCounts(Database database) {
    this.database = database;
  }

  /**
   * The jobs of a group.
   *
   * @param dimension a {@link Dimension}, or null for all jobs
   * @param qualified how many were done by somebody qualified; with unqualified, of which it is
   *     known
   * @param marks how many of the jobs customers gave a mark for
   * @param low of these, how many a mark of 1 or 2
   */
  record Row(
      String dimension,
      String key,
      String technician,
      int jobs,
      int onTime,
      int late,
      int qualified,
      int unqualified,
      int marks,
      int low,
      Double csat,
      Double deviation) {}

  List<Row> jobs(InsightPeriod.Span span, ZoneId zone) {
    return database
        .sql(
            """
            with %s, %s,
            counted as (
              select
                case
                  when grouping(technician_id) = 0 then 'TECHNICIAN'
                  when grouping(branch) = 0 then 'BRANCH'
                  when grouping(program) = 0 then 'PROGRAM'
                  when grouping(qualified) = 0 then 'QUALIFIED'
                  when grouping(on_time) = 0 then 'ON_TIME'
                  when grouping(familiarity) = 0 then 'FAMILIARITY'
                  when grouping(sent) = 0 then 'SENT' end as dimension,
                technician_id,
                coalesce(technician_id::text, branch, program, qualified, on_time, familiarity, sent)
                  as key,
                count(*)::int as jobs, count(*) filter (where punctual = 'YES')::int as on_time,
                count(*) filter (where punctual = 'NO')::int as late,
                count(*) filter (where skilled = 'YES')::int as qualified_jobs,
                count(*) filter (where skilled = 'NO')::int as unqualified_jobs,
                count(csat)::int as marks, count(*) filter (where csat <= 2)::int as low,
                avg(csat)::float8 as csat, stddev_samp(csat)::float8 as deviation
              from (
                select technician_id, branch, program, qualified, qualified as skilled, on_time,
                  on_time as punctual, familiarity, sent, m.csat
                from job left join marked m on m.visit_id = job.visit_id) each
              group by grouping sets ((technician_id), (branch), (program), (qualified),
                (on_time), (familiarity), (sent), ()))
            select dimension, key, t.name as technician, jobs, on_time, late,
              qualified_jobs as qualified, unqualified_jobs as unqualified, marks, low, csat,
              deviation
            from counted left join %s t on t.id = technician_id
            """
                .formatted(InsightSql.MARKED, InsightSql.JOB, TechnicianCopies.NAMES))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", zone.getId())
        .list(Row.class);
  }

  /** The steps of projects that ended within the period, with the marks given for them. */
  List<Row> steps(InsightPeriod.Span span) {
    return database
        .sql(
            """
            with marked as materialized (
              select project_id, project_step, avg(csat) as csat from %s f
              where at >= :from and project_step is not null and csat is not null
              group by project_id, project_step)
            select
              case when grouping(title) = 0 then 'STEP' else 'SUPPLIER' end as dimension,
              coalesce(title, supplier) as key, cast(null as text) as technician,
              count(*)::int as jobs, 0 as on_time, 0 as late, 0 as qualified, 0 as unqualified,
              count(csat)::int as marks, count(*) filter (where csat <= 2)::int as low,
              avg(csat)::float8 as csat, stddev_samp(csat)::float8 as deviation
            from %s s
            left join marked m on m.project_id = s.project_id and m.project_step = s.number
            where s.ends_at >= :from and s.ends_at < :to
            group by grouping sets ((title), (supplier))
            """
                .formatted(FeedbackRepository.ROWS, ProjectCopies.STEPS))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(Row.class);
  }

  /**
   * The promises of a kind.
   *
   * @param kind null for all of them
   */
  record Promises(String kind, int made, int kept, int released, int broken) {}

  /** What became of the promises made within the period; a broken one stays broken. */
  List<Promises> promises(InsightPeriod.Span span) {
    return database
        .sql(
            """
            select promise as kind, count(*)::int as made,
              count(*) filter (where kept and not broken)::int as kept,
              count(*) filter (where released and not broken)::int as released,
              count(*) filter (where broken)::int as broken
            from %s p where made_at >= :from and made_at < :to
            group by grouping sets ((promise), ())
            order by made desc, kind
            """
                .formatted(Signals.PROMISES))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(Promises.class);
  }
}
