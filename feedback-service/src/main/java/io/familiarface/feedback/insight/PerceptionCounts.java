package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
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
                  when grouping(on_time) = 0 then 'ON_TIME'
                  when grouping(familiarity) = 0 then 'FAMILIARITY'
                  when grouping(sent) = 0 then 'SENT' end as dimension,
                technician_id,
                coalesce(technician_id::text, branch, on_time, familiarity, sent) as key,
                count(*)::int as jobs, count(*) filter (where punctual = 'YES')::int as on_time,
                count(*) filter (where punctual = 'NO')::int as late,
                count(csat)::int as marks, count(*) filter (where csat <= 2)::int as low,
                avg(csat)::float8 as csat, stddev_samp(csat)::float8 as deviation
              from (
                select technician_id, branch, on_time, on_time as punctual, familiarity, sent,
                  m.csat
                from job left join marked m on m.visit_id = job.visit_id) each
              group by grouping sets ((technician_id), (branch), (on_time), (familiarity), (sent),
                ()))
            select dimension, key, t.name as technician, jobs, on_time, late, marks, low, csat,
              deviation
            from counted left join %s t on t.id = technician_id
            """
                .formatted(InsightSql.MARKED, InsightSql.JOB, TechnicianCopies.NAMES))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", zone.getId())
        .list(Row.class);
  }
}
