package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Jobs as we see them beside the marks that customers gave for them, counted. */
@ApplicationScoped
class PerceptionCounts {
  /** Where no technical course is on record, it is not known who is qualified. */
  private static final String JOBS =
      """
      with %s,
      known as (select exists (select 1 from skilled) as skills)
      select dimension, key, t.name as called, jobs, on_time, late,
        case when skills then qualified else 0 end as qualified,
        case when skills then jobs - qualified else 0 end as unqualified,
        marks, low, (csat_sum / nullif(marks, 0))::float8 as csat,
        sqrt(greatest(0, (csat_squares - csat_sum * csat_sum / nullif(marks, 0))
          / nullif(marks - 1, 0)))::float8 as deviation
      from grouped cross join known
      left join %s t on dimension = 'TECHNICIAN' and t.id::text = key
      where dimension is null or (dimension not in ('HOUR', 'WEEKDAY', 'MONTH')
        and (skills or dimension <> 'QUALIFIED'))
      """
          .formatted(InsightSql.GROUPED, TechnicianCopies.NAMES);

  private static final String STEPS =
      """
      with marked as materialized (
        select project_id, number, avg(csat) as csat
        from (
          select f.project_id, %s as number, f.csat
          from %s f where f.at >= :from and f.project_id is not null and f.csat is not null) marks
        group by project_id, number),
      %s
      select %s, count(*)::int as jobs, 0 as on_time, 0 as late, 0 as qualified, 0 as unqualified,
        count(csat)::int as marks, count(*) filter (where csat <= 2)::int as low,
        avg(csat)::float8 as csat, stddev_samp(csat)::float8 as deviation
      from ended e left join marked m on m.project_id = e.project_id and m.number = e.number
      group by %s
      """
          .formatted(
              ProjectCopies.spokenOf("f", "at"),
              FeedbackRepository.ROWS,
              StepSql.ENDED,
              StepSql.GROUP,
              StepSql.SETS);

  private static final String PROMISES =
      """
      select promise as kind, count(*)::int as made,
        count(*) filter (where kept and not broken)::int as kept,
        count(*) filter (where released and not broken)::int as released,
        count(*) filter (where broken)::int as broken
      from %s p where made_at >= :from and made_at < :to
      group by grouping sets ((promise), ())
      order by made desc, kind
      """
          .formatted(Signals.PROMISES);

  private final Database database;
  private final JobDays days;

  PerceptionCounts(Database database, JobDays days) {
    this.database = database;
    this.days = days;
  }

  /**
   * The jobs of a group.
   *
   * @param dimension a {@link Dimension}, or null for all jobs
   * @param called the technician's name, or that of a crossing; null where the key says it all
   * @param qualified how many were done by somebody qualified; with unqualified, of which it is
   *     known
   * @param marks how many of the jobs customers gave a mark for
   * @param low of these, how many a mark of 1 or 2
   */
  record Row(
      String dimension,
      String key,
      String called,
      int jobs,
      int onTime,
      int late,
      int qualified,
      int unqualified,
      int marks,
      int low,
      Double csat,
      Double deviation) {}

  /**
   * The promises of a kind.
   *
   * @param kind null for all of them
   */
  record Promises(String kind, int made, int kept, int released, int broken) {}

  /**
   * What was counted within a period.
   *
   * @param jobs visits, by what is known of them
   * @param steps of projects that ended, with the marks given for them, by kind of step, supplier,
   *     branch, technician, and by branch and kind of step together
   * @param promises that were made, with what became of them; a broken one stays broken
   */
  record Counted(List<Row> jobs, List<Row> steps, List<Promises> promises) {}

  Counted within(InsightPeriod.Span span) {
    RoundTrip trip = days.bind(database.roundTrip(), span);
    RoundTrip.Rows<Row> jobs = trip.query(JOBS, Row.class);
    RoundTrip.Rows<Row> steps = trip.query(STEPS, Row.class);
    RoundTrip.Rows<Promises> promises = trip.query(PROMISES, Promises.class);
    trip.send();
    return new Counted(jobs.all(), steps.all(), promises.all());
  }
}
