package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The marks that technicians got before and after they had learned something, counted. */
@ApplicationScoped
class TrainingCounts {
  private static final String TRAININGS =
      """
      with daily as materialized (
        select cast(key as uuid) as technician_id, day, marks as n, csat_sum as total,
          csat_squares as squares
        from insight_day
        where dimension = 'TECHNICIAN' and key is not null and marks > 0
          and day >= (cast(:from as timestamptz) at time zone :zone)::date - :around
          and day <= (cast(:to as timestamptz) at time zone :zone)::date + :around),
      everybody as materialized (
        select day, sum(n) as n, sum(total) as total from daily group by day),
      held as materialized (
        select * from %s all_of_them
        where held_on >= cast(:from as timestamptz) at time zone :zone
          and held_on < cast(:to as timestamptz) at time zone :zone
        order by held_on desc, technician_id limit 100),
      own as (
        select t.technician_id, t.held_on,
          sum(n) filter (where day < held_on) as before,
          sum(total) filter (where day < held_on) as before_sum,
          sum(squares) filter (where day < held_on) as before_squares,
          sum(n) filter (where day > held_on) as after,
          sum(total) filter (where day > held_on) as after_sum,
          sum(squares) filter (where day > held_on) as after_squares
        from (select distinct technician_id, held_on from held) t
        join daily d on d.technician_id = t.technician_id
          and d.day between t.held_on - :around and t.held_on + :around
        group by t.technician_id, t.held_on)
      select t.technician_id, t.name, t.course, t.kind, t.held_on,
        coalesce(own.before, 0)::int as before,
        coalesce(own.before_sum, 0)::float8 as before_sum,
        coalesce(own.before_squares, 0)::float8 as before_squares,
        coalesce(own.after, 0)::int as after,
        coalesce(own.after_sum, 0)::float8 as after_sum,
        coalesce(own.after_squares, 0)::float8 as after_squares,
        ((total.before_sum - coalesce(own.before_sum, 0))
          / nullif(total.before - coalesce(own.before, 0), 0))::float8 as others_before,
        ((total.after_sum - coalesce(own.after_sum, 0))
          / nullif(total.after - coalesce(own.after, 0), 0))::float8 as others_after
      from held t
      left join own using (technician_id, held_on)
      left join lateral (
        select
          sum(n) filter (where day < held_on) as before,
          sum(total) filter (where day < held_on) as before_sum,
          sum(n) filter (where day > held_on) as after,
          sum(total) filter (where day > held_on) as after_sum
        from everybody e
        where e.day between t.held_on - :around and t.held_on + :around) total on true
      """
          .formatted(TechnicianCopies.TRAININGS);

  private static final String TECHNICIANS =
      """
      with %s
      select t.id as technician_id, t.name,
        (select count(*)::int from %s l where l.technician_id = t.id) as trainings,
        marks, (csat_sum / marks)::float8 as csat
      from grouped join %s t on t.id::text = key
      where dimension = 'TECHNICIAN' and marks > 0
      order by marks desc, t.id limit :atMost
      """
          .formatted(InsightSql.GROUPED, TechnicianCopies.TRAININGS, TechnicianCopies.NAMES);

  private final Database database;
  private final JobDays days;

  TrainingCounts(Database database, JobDays days) {
    this.database = database;
    this.days = days;
  }

  /**
   * A training with the marks around it. Of marks, sums: how many, of the marks, of their squares.
   *
   * @param othersBefore the average mark of all other technicians in the same days; null for none
   */
  record Row(
      UUID technicianId,
      String name,
      String course,
      String kind,
      LocalDate heldOn,
      int before,
      double beforeSum,
      double beforeSquares,
      int after,
      double afterSum,
      double afterSquares,
      Double othersBefore,
      Double othersAfter) {}

  /** A technician's marks within the whole period. */
  record Marks(UUID technicianId, String name, int trainings, int marks, Double csat) {}

  /**
   * What was counted within a period.
   *
   * @param trainings the newest, at most a hundred
   * @param technicians most marks first
   */
  record Counted(List<Row> trainings, List<Marks> technicians) {}

  Counted within(InsightPeriod.Span span) {
    RoundTrip trip =
        days.bind(database.roundTrip(), span)
            .bind("around", TrainingInsight.DAYS_AROUND)
            .bind("atMost", TrainingInsight.TECHNICIANS_AT_MOST);
    RoundTrip.Rows<Row> trainings = trip.query(TRAININGS, Row.class);
    RoundTrip.Rows<Marks> technicians = trip.query(TECHNICIANS, Marks.class);
    trip.send();
    return new Counted(trainings.all(), technicians.all());
  }
}
