package io.familiarface.feedback.insight;

import io.familiarface.database.ConcurrentUpdate;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The jobs of each day as they were counted, so that a year is read from some thousand rows. What
 * happens only notes of which days something changed; whoever asks next has those counted anew.
 */
@ApplicationScoped
class JobDays {
  /**
   * A year's visits are sorted and hashed in memory, by one who asks at a time; and as statements
   * are carried out by how many days they are about, no plan is kept for all.
   */
  private static final String ROOM =
      """
      select set_config('work_mem', '64MB', true) as memory,
        set_config('plan_cache_mode', 'force_custom_plan', true) as plans
      """;

  private static final String PATIENCE = "select set_config('lock_timeout', '20s', true)";

  /** Nobody else counts until the transaction ends. */
  private static final String COUNTED_BY = "select zone from insight_clock for update";

  /**
   * Days of which something changed; null for all of them. Days of a technician that have not been
   * counted yet are among those of the visits.
   */
  private static final String CHANGED =
      """
      with changed as (delete from insight_changed returning at, technician_id)
      select case when at <> 'infinity' then (at at time zone :zone)::date end as day
      from changed where at is not null
      union
      select day from insight_day
      where dimension = 'TECHNICIAN'
        and key in (select technician_id::text from changed where technician_id is not null)
      """;

  private static final String COUNT =
      """
      with %s
      insert into insight_day (day, dimension, key, jobs, complaints, on_time, late, qualified,
        marks, low, csat_sum, csat_squares)
      select * from counted
      """
          .formatted(InsightSql.COUNTED);

  private static final int LONGEST_SECONDS = 3_600;
  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Database database;
  private final ZoneId zone;

  JobDays(Database database, Words words) {
    this.database = database;
    this.zone = words.zone();
  }

  /** Now and then, so that there is never much left to count when somebody asks. */
  @Scheduled(
      every = "${familiar.insights.counted-every:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void countNow() {
    try {
      countInTransaction();
    } catch (RuntimeException e) {
      if (!ConcurrentUpdate.isCauseOf(e)) {
        throw e;
      }
      // Another copy of this service is at it.
    }
  }

  /**
   * Counts the days of which something changed, in a transaction of its own. A history that came in
   * takes its time; of those who ask meanwhile one counts.
   */
  void bringUpToDate() {
    try {
      countInTransaction();
    } catch (RuntimeException e) {
      if (ConcurrentUpdate.isCauseOf(e)) {
        throw CommonProblem.UNAVAILABLE.because(
            "What has come in is being counted just now. Try again in a minute.");
      }
      throw e;
    }
  }

  private void countInTransaction() {
    QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(this::countChanged);
  }

  private void countChanged() {
    RoundTrip first = database.roundTrip().bind("zone", zone.getId());
    first.query(ROOM, Room.class);
    first.query(PATIENCE, String.class);
    RoundTrip.Rows<CountedBy> countedBy = first.query(COUNTED_BY, CountedBy.class);
    RoundTrip.Rows<Changed> changed = first.query(CHANGED, Changed.class);
    first.send();
    if (!countedBy.all().get(0).zone().equals(zone.getId())) {
      database.sql("update insight_clock set zone = :zone").bind("zone", zone.getId()).update();
      countAll();
    } else if (changed.all().stream().anyMatch(one -> one.day == null)) {
      countAll();
    } else {
      DayRun.of(changed.all().stream().map(Changed::day).toList()).forEach(this::count);
    }
  }

  /**
   * Makes room for a query that begins with {@link InsightSql#GROUPED}, and binds what it needs.
   */
  RoundTrip bind(RoundTrip trip, InsightPeriod.Span span) {
    WholeDays days = WholeDays.within(span, zone);
    trip.query(ROOM, Room.class);
    return bind(trip, days.before(), days.after())
        .bind("firstDay", days.first())
        .bind("lastDay", days.last())
        .bind("from", span.from())
        .bind("to", span.to());
  }

  private void countAll() {
    count(database.roundTrip().update("delete from insight_day"), EVER, NEVER);
  }

  private void count(DayRun run) {
    LocalDate next = run.last().plusDays(1);
    count(
        database
            .roundTrip()
            .bind("first", run.first())
            .bind("next", next)
            .update("delete from insight_day where day >= :first and day < :next"),
        run.first().atStartOfDay(zone).toInstant(),
        next.atStartOfDay(zone).toInstant());
  }

  private void count(RoundTrip trip, Instant from, Instant to) {
    bind(trip, new InsightPeriod.Span(from, to), new InsightPeriod.Span(to, to))
        .update(COUNT)
        .send();
  }

  private RoundTrip bind(RoundTrip trip, InsightPeriod.Span one, InsightPeriod.Span other) {
    return trip.bind("zone", zone.getId())
        .bind("start1", one.from())
        .bind("end1", one.to())
        .bind("start2", other.from())
        .bind("end2", other.to());
  }

  private record Room(String memory, String plans) {}

  private record CountedBy(String zone) {}

  private record Changed(LocalDate day) {}
}
