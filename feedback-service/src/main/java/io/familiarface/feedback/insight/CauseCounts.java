package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Jobs and complaints, counted by everything that may be a cause. */
@ApplicationScoped
class CauseCounts {
  private static final String JOBS =
      """
      with %s
      select dimension, key, t.name as called, jobs, complaints
      from grouped left join %s t on dimension = 'TECHNICIAN' and t.id::text = key
      where dimension is null or dimension not in ('ON_TIME', 'QUALIFIED')
      """
          .formatted(InsightSql.GROUPED, TechnicianCopies.NAMES);

  private static final String STEPS =
      """
      with complained as materialized (
        select distinct c.project_id, %s as number
        from %s c where c.received_at >= :from and c.project_id is not null),
      %s
      select %s, count(*)::int as jobs, count(c.project_id)::int as complaints
      from ended e
      left join complained c on c.project_id = e.project_id and c.number = e.number
      group by %s
      """
          .formatted(
              ProjectCopies.spokenOf("c", "received_at"),
              Complaints.ROWS,
              StepSql.ENDED,
              StepSql.GROUP,
              StepSql.SETS);

  private static final String NAMED =
      """
      select coalesce(cause, 'NOT_SAID') as cause, count(*)::int as complaints,
        sum(count(*) filter (where of_no_job)) over ()::int as of_no_job
      from (
        select c.cause, c.visit_id is null and c.project_id is null and not exists (
            select 1 from %s v where v.customer_id = c.customer_id
              and v.at <= c.received_at and v.at > c.received_at - spoken_of_within()) as of_no_job
        from %s c where c.received_at >= :from and c.received_at < :to) c
      group by 1 order by 2 desc, 1 limit 100
      """
          .formatted(Signals.VISITS, Complaints.ROWS);

  private static final String SUPPLIERS =
      """
      select coalesce(c.supplier, s.supplier) as supplier, count(*)::int as complaints
      from %s c
      left join %s s on s.project_id = c.project_id and s.number = c.project_step
      where received_at >= :from and received_at < :to
        and coalesce(c.supplier, s.supplier) is not null
      group by 1 order by 2 desc, 1 limit 100
      """
          .formatted(Complaints.ROWS, ProjectCopies.STEPS);

  private final Database database;
  private final JobDays days;

  CauseCounts(Database database, JobDays days) {
    this.database = database;
    this.days = days;
  }

  /**
   * The jobs of a group.
   *
   * @param dimension a {@link Dimension}, MONTH, or null for all jobs
   * @param called the technician's name, or that of a crossing; null where the key says it all
   * @param complaints the jobs of which somebody complained
   */
  record Row(String dimension, String key, String called, int jobs, int complaints) {}

  /** How often a cause was named in the cases themselves. */
  @Schema(name = "NamedCause")
  record Named(String cause, int complaints) {}

  private record NamedRow(String cause, int complaints, int ofNoJob) {
    Named named() {
      return new Named(cause, complaints);
    }
  }

  /** How often a supplier was named in the cases themselves. */
  @Schema(name = "NamedSupplier")
  record NamedSupplier(String supplier, int complaints) {}

  /**
   * What was counted within a period.
   *
   * @param jobs visits, by what is known of them
   * @param steps of projects that ended, by kind of step, supplier, branch, technician, and by
   *     branch and kind of step together
   * @param ofNoJob complaints received in the period that are neither about a visit nor a project
   * @param named by what the cases themselves say, the most frequent first
   * @param suppliers whose material or work the cases name, the most frequent first
   */
  record Counted(
      List<Row> jobs,
      List<Row> steps,
      int ofNoJob,
      List<Named> named,
      List<NamedSupplier> suppliers) {}

  Counted within(InsightPeriod.Span span) {
    RoundTrip trip = days.bind(database.roundTrip(), span);
    RoundTrip.Rows<Row> jobs = trip.query(JOBS, Row.class);
    RoundTrip.Rows<Row> steps = trip.query(STEPS, Row.class);
    RoundTrip.Rows<NamedRow> named = trip.query(NAMED, NamedRow.class);
    RoundTrip.Rows<NamedSupplier> suppliers = trip.query(SUPPLIERS, NamedSupplier.class);
    trip.send();
    return new Counted(
        jobs.all(),
        steps.all(),
        named.first().map(NamedRow::ofNoJob).orElse(0),
        named.all().stream().map(NamedRow::named).toList(),
        suppliers.all());
  }
}
