package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Jobs and complaints, counted by everything that may be a cause. */
@ApplicationScoped
class CauseCounts {
  private final Database database;

  CauseCounts(Database database) {
    this.database = database;
  }

  /**
   * The jobs of a group.
   *
   * @param dimension a {@link Dimension}, MONTH, or null for all jobs
   * @param complaints the jobs of which somebody complained
   */
  record Row(String dimension, String key, String technician, int jobs, int complaints) {}

  /** How often a cause was named in the cases themselves. */
  @Schema(name = "NamedCause")
  record Named(String cause, int complaints) {}

  /** How often a supplier was named in the cases themselves. */
  @Schema(name = "NamedSupplier")
  record NamedSupplier(String supplier, int complaints) {}

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
                  when grouping(hour) = 0 then 'HOUR'
                  when grouping(weekday) = 0 then 'WEEKDAY'
                  when grouping(familiarity) = 0 then 'FAMILIARITY'
                  when grouping(sent) = 0 then 'SENT'
                  when grouping(month) = 0 then 'MONTH' end as dimension,
                technician_id, coalesce(technician_id::text, branch, program, hour::text,
                  weekday::text, familiarity, sent, month) as key,
                count(*)::int as jobs, count(complained)::int as complaints
              from (
                select technician_id, branch, program, extract(hour from clock)::int as hour,
                  extract(isodow from clock)::int as weekday, familiarity, sent,
                  to_char(clock, 'YYYY-MM') as month, c.visit_id as complained
                from job left join complained c on c.visit_id = job.visit_id) each
              group by grouping sets ((technician_id), (branch), (program), (hour), (weekday),
                (familiarity), (sent), (month), ()))
            select dimension, key, t.name as technician, jobs, complaints
            from counted left join %s t on t.id = technician_id
            """
                .formatted(InsightSql.COMPLAINED, InsightSql.JOB, TechnicianCopies.NAMES))
        .bind("from", span.from())
        .bind("to", span.to())
        .bind("zone", zone.getId())
        .list(Row.class);
  }

  /** The steps of projects that ended within the period, by kind of step and by supplier. */
  List<Row> steps(InsightPeriod.Span span) {
    return database
        .sql(
            """
            with complained as materialized (
              select distinct project_id, project_step from %s c
              where received_at >= :from and project_step is not null)
            select
              case when grouping(title) = 0 then 'STEP'
                when grouping(supplier) = 0 then 'SUPPLIER' end as dimension,
              coalesce(title, supplier) as key, cast(null as text) as technician,
              count(*)::int as jobs, count(c.project_id)::int as complaints
            from %s s
            left join complained c on c.project_id = s.project_id and c.project_step = s.number
            where s.ends_at >= :from and s.ends_at < :to
            group by grouping sets ((title), (supplier), ())
            """
                .formatted(Complaints.ROWS, ProjectCopies.STEPS))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(Row.class);
  }

  /** Whose material or work was named in the cases, the most frequent first. */
  List<NamedSupplier> suppliers(InsightPeriod.Span span) {
    return database
        .sql(
            """
            select coalesce(c.supplier, s.supplier) as supplier, count(*)::int as complaints
            from %s c
            left join %s s on s.project_id = c.project_id and s.number = c.project_step
            where received_at >= :from and received_at < :to
              and coalesce(c.supplier, s.supplier) is not null
            group by 1 order by 2 desc, 1 limit 100
            """
                .formatted(Complaints.ROWS, ProjectCopies.STEPS))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(NamedSupplier.class);
  }

  /** By what the cases themselves say, the most frequent first. */
  List<Named> named(InsightPeriod.Span span) {
    return database
        .sql(
            """
            select coalesce(cause, 'NOT_SAID') as cause, count(*)::int as complaints
            from %s c where received_at >= :from and received_at < :to
            group by 1 order by 2 desc, 1 limit 100
            """
                .formatted(Complaints.ROWS))
        .bind("from", span.from())
        .bind("to", span.to())
        .list(Named.class);
  }
}
