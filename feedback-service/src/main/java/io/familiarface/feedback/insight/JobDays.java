package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.database.Statement;
import io.familiarface.feedback.words.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The jobs of each day as they were counted, so that a year is read from some thousand rows. What
 * happens only notes of which days something changed; whoever asks next has those counted anew.
 */
@ApplicationScoped
class JobDays {
  /**
   * Nobody else counts; a year's visits are sorted and hashed in memory; and as statements are
   * carried out by how many days they are about, no plan is kept for all.
   */
  private static final String BEGIN =
      """
      select zone, set_config('work_mem', '64MB', true) as memory,
        set_config('plan_cache_mode', 'force_custom_plan', true) as plans
      from insight_clock for update
      """;

  /** Days of which something changed; null for all of them. */
  private static final String CHANGED =
      """
      with changed as (delete from insight_changed returning at)
      select distinct case when at <> 'infinity' then (at at time zone :zone)::date end as day
      from changed
      """;

  private static final String COUNT =
      """
      with %s
      insert into insight_day (day, dimension, key, jobs, complaints, on_time, late, qualified,
        marks, low, csat_sum, csat_squares)
      select * from counted
      """
          .formatted(InsightSql.COUNTED);

  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Database database;
  private final ZoneId zone;

  JobDays(Database database, Words words) {
    this.database = database;
    this.zone = words.zone();
  }

  /** So that there is never much left to count when somebody asks. */
  @Scheduled(
      every = "${familiar.insights.counted-every:10m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void countNow() {
    QuarkusTransaction.requiringNew().run(this::bringUpToDate);
  }

  /**
   * Counts the days of which something changed; needs a running transaction, until the end of which
   * nobody else counts.
   */
  void bringUpToDate() {
    String countedBy = database.sql(BEGIN).one(Counting.class).zone();
    List<Changed> changed = database.sql(CHANGED).bind("zone", zone.getId()).list(Changed.class);
    if (!countedBy.equals(zone.getId())) {
      database.sql("update insight_clock set zone = :zone").bind("zone", zone.getId()).update();
      countAll();
    } else if (changed.stream().anyMatch(one -> one.day == null)) {
      countAll();
    } else {
      DayRun.of(changed.stream().map(Changed::day).toList()).forEach(this::count);
    }
  }

  /**
   * A question about the jobs of a period.
   *
   * @param sql begins with {@link InsightSql#GROUPED}
   */
  Statement ask(String sql, InsightPeriod.Span span) {
    WholeDays days = WholeDays.within(span, zone);
    return bind(database.sql(sql), days.before(), days.after())
        .bind("firstDay", days.first())
        .bind("lastDay", days.last());
  }

  private void countAll() {
    database.sql("delete from insight_day").update();
    count(new InsightPeriod.Span(EVER, NEVER));
  }

  private void count(DayRun run) {
    LocalDate next = run.last().plusDays(1);
    database
        .sql("delete from insight_day where day >= :first and day < :next")
        .bind("first", run.first())
        .bind("next", next)
        .update();
    count(
        new InsightPeriod.Span(
            run.first().atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant()));
  }

  private void count(InsightPeriod.Span span) {
    bind(database.sql(COUNT), span, new InsightPeriod.Span(span.to(), span.to())).update();
  }

  private Statement bind(Statement sql, InsightPeriod.Span one, InsightPeriod.Span other) {
    return sql.bind("zone", zone.getId())
        .bind("start1", one.from())
        .bind("end1", one.to())
        .bind("start2", other.from())
        .bind("end2", other.to());
  }

  private record Counting(String zone, String memory, String plans) {}

  private record Changed(LocalDate day) {}
}
