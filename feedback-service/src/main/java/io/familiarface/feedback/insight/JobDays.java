package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.database.PassingTrouble;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * The jobs of each day as they were counted, so that a year is read from some thousand rows. What
 * happens only notes of which days something changed; whoever asks next has those counted anew.
 */
@ApplicationScoped
class JobDays {
  /**
   * The visits of a run of days are sorted and hashed in memory, by one who asks at a time; and as
   * statements are carried out by how many days they are about, no plan is kept for all. What is
   * counted lies in memory: to look up what was said of the visits of a day costs less than to read
   * all that was ever said.
   */
  private static final String ROOM =
      """
      select set_config('work_mem', '64MB', true) as memory,
        set_config('plan_cache_mode', 'force_custom_plan', true) as plans,
        set_config('random_page_cost', '1.1', true) as pages
      """;

  private static final String PATIENCE = "select set_config('lock_timeout', '5s', true)";

  /** Nobody else counts until the transaction ends. */
  private static final String ALONE = "select zone from insight_clock for update";

  /**
   * What was noted becomes days to be counted: those of which something changed, or all that there
   * are. Days of a technician that have not been counted yet are among those of the visits.
   */
  private static final String DUE =
      """
      with changed as (delete from insight_changed returning at, technician_id),
        everything as (
          select 1 from changed where at = 'infinity'
          union all
          select 1 from insight_clock where zone <> :zone)
      insert into insight_due (day)
      select (at at time zone :zone)::date from changed where at < 'infinity'
      union
      select day from insight_day
      where dimension = 'TECHNICIAN'
        and key in (select technician_id::text from changed where technician_id is not null)
      union
      select (at at time zone :zone)::date from %s v where exists (select 1 from everything)
      union
      select day from insight_day where exists (select 1 from everything)
      on conflict do nothing
      """
          .formatted(Signals.VISITS);

  private static final String BY_THIS_CLOCK =
      "update insight_clock set zone = :zone where zone <> :zone";

  private static final String NEXT =
      """
      select day, (select count(*)::int from insight_due) as due
      from insight_due order by day limit 50
      """;

  private static final String COUNT =
      """
      with %s
      insert into insight_day (day, dimension, key, jobs, complaints, on_time, late, qualified,
        marks, low, csat_sum, csat_squares)
      select * from counted
      """
          .formatted(InsightSql.COUNTED);

  private static final String PROGRESS =
      """
      select count(*) filter (where due is null)::int as counted, count(*)::int as days
      from (select day from insight_day where dimension is null) known
      full join (select day, true as due from insight_due) due using (day)
      """;

  private static final int LONGEST_SECONDS = 600;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int RETRY_SECONDS = 10;

  private final Database database;
  private final ZoneId zone;
  private final Clock clock;
  private final ManagedExecutor executor;
  private final AtomicBoolean countingOn = new AtomicBoolean();
  private volatile boolean stopping;

  JobDays(Database database, Words words, Clock clock, ManagedExecutor executor) {
    this.database = database;
    this.zone = words.zone();
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * Now and then, so that there is never much left to count when somebody asks. What is noted while
   * it counts, it leaves: of days of which a history still tells, the next time.
   */
  @Scheduled(
      every = "${familiar.insights.counted-every:10m}",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void countNow() {
    try {
      Notes notes = Notes.TAKEN;
      while (!stopping && countInTransaction(notes) > 0) {
        notes = Notes.LEFT;
      }
    } catch (RuntimeException e) {
      if (!stopping && !PassingTrouble.isCauseOf(e)) {
        throw e;
      }
      // Somebody else is at it, or what was begun is left to whoever starts next.
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Counts the days of which something changed, some at a time, each time in a transaction of its
   * own.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 with how far it is, when a history that
   *     came in takes longer than one waits for an answer; it is counted on nevertheless
   */
  void bringUpToDate() {
    Instant longest = clock.instant().plus(LONGEST_WAIT);
    try {
      while (countInTransaction(Notes.TAKEN) > 0) {
        if (clock.instant().isAfter(longest)) {
          countOn();
          throw stillCounting();
        }
      }
    } catch (RuntimeException e) {
      throw PassingTrouble.isCauseOf(e) ? stillCounting() : e;
    }
  }

  /** One is enough: each would hold a connection to wait for the others. */
  private void countOn() {
    if (countingOn.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              countNow();
            } finally {
              countingOn.set(false);
            }
          });
    }
  }

  private HttpProblem stillCounting() {
    Progress progress = database.sql(PROGRESS).one(Progress.class);
    return CommonProblem.UNAVAILABLE
        .start()
        .withDetail(
            "What has come in is being counted%s. Try again in %d seconds."
                .formatted(progress.words(), RETRY_SECONDS))
        .with("daysCounted", progress.counted)
        .with("days", progress.days)
        .withHeader("Retry-After", RETRY_SECONDS)
        .build();
  }

  /** Whether days of which something was noted are counted too, or only those that are due. */
  private enum Notes {
    TAKEN,
    LEFT
  }

  /** Answers how many days are left. */
  private int countInTransaction(Notes notes) {
    return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> countSome(notes));
  }

  private int countSome(Notes notes) {
    RoundTrip trip = database.roundTrip();
    trip.query(ROOM, Room.class);
    trip.query(PATIENCE, String.class);
    trip.query(ALONE, String.class);
    if (notes == Notes.TAKEN) {
      trip.bind("zone", zone.getId()).update(DUE).update(BY_THIS_CLOCK);
    }
    RoundTrip.Rows<Due> next = trip.query(NEXT, Due.class);
    trip.send();
    DayRun.of(next.all().stream().map(Due::day).toList()).forEach(this::count);
    return next.first().map(first -> first.due - next.all().size()).orElse(0);
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

  private void count(DayRun run) {
    LocalDate next = run.last().plusDays(1);
    Instant from = run.first().atStartOfDay(zone).toInstant();
    Instant to = next.atStartOfDay(zone).toInstant();
    RoundTrip trip =
        database
            .roundTrip()
            .bind("first", run.first())
            .bind("next", next)
            .update("delete from insight_due where day >= :first and day < :next")
            .update("delete from insight_day where day >= :first and day < :next");
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

  private record Room(String memory, String plans, String pages) {}

  /**
   * A day to be counted.
   *
   * @param due how many there are
   */
  private record Due(LocalDate day, int due) {}

  private record Progress(int counted, int days) {
    /** None while somebody has yet to find out how many days there are. */
    String words() {
      return counted == days ? "" : ": %d of %d days are".formatted(counted, days);
    }
  }
}
