package io.familiarface.rest.job;

import io.familiarface.database.Database;
import io.familiarface.rest.logging.WithoutWords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Which long work runs: one of a kind at a time among all copies of this service. The copy that
 * runs it says so every second; by the database's clock, since those of the copies may differ. One
 * that was not heard of for half a minute is over, and another may start.
 */
@ApplicationScoped
public class Jobs {
  private static final Logger LOG = Logger.getLogger(Jobs.class);
  private static final String SILENT = "heard_at < now() - interval '30 seconds'";

  /** SQL, for a join: each job, and whether it is running; one that fell silent is not. */
  public static final String ROWS =
      """
      (select id, kind, started_by, started_at, heard_at, ended_at, step, done, total,
         ended_at is null and not %s as running from job)\
      """
          .formatted(SILENT);

  private final Database database;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "job-pulse");
            thread.setDaemon(true);
            return thread;
          });

  Jobs(Database database) {
    this.database = database;
  }

  /**
   * Puts a new one on record, in the running transaction.
   *
   * @param slot the instant of a schedule, for which one runs at most; null when somebody asked
   * @return whether it may run: none of its kind does, or did for that slot
   */
  public boolean start(UUID id, String kind, Instant slot, String by, Instant at, String step) {
    database
        .sql(
            "update job set ended_at = heard_at where kind = :kind and ended_at is null and "
                + SILENT)
        .bind("kind", kind)
        .update();
    return database
            .sql(
                """
                insert into job (id, kind, slot, started_by, started_at, step)
                values (:id, :kind, cast(:slot as timestamptz), :by, :at, :step)
                on conflict do nothing
                """)
            .bind("id", id)
            .bind("kind", kind)
            .bind("slot", slot)
            .bind("by", by)
            .bind("at", at)
            .bind("step", step)
            .update()
        == 1;
  }

  /** Forgets all of a kind but the newest, and what refers to them. */
  public void forgetAllBut(int newest, String kind) {
    database
        .sql(
            """
            delete from job where kind = :kind and ended_at is not null and id not in (
              select id from job where kind = :kind order by started_at desc, id desc limit :newest)
            """)
        .bind("kind", kind)
        .bind("newest", newest)
        .update();
  }

  /** Tells of it every second, until the answer is cancelled; stops it once another took over. */
  public Future<?> keepAlive(RunningJob job) {
    return pulse.scheduleWithFixedDelay(() -> tell(job), 1, 1, TimeUnit.SECONDS);
  }

  private void tell(RunningJob job) {
    try {
      if (!QuarkusTransaction.requiringNew().call(() -> beat(job))) {
        job.stop("Another copy of the service took it over.");
      }
    } catch (RuntimeException e) {
      LOG.warnf(
          "How far job %s has come could not be written down: %s", job.id(), WithoutWords.kind(e));
    }
  }

  /** Whether it is still ours: once another copy took us for dead, what we do counts no more. */
  public boolean beat(RunningJob job) {
    return database
            .sql(
                """
                update job set heard_at = now(), step = :step, done = :done, total = :total
                where id = :id and ended_at is null
                """)
            .bind("id", job.id())
            .bind("step", job.step())
            .bind("done", job.done())
            .bind("total", job.total())
            .update()
        == 1;
  }

  /** Ends it, in the running transaction; false when it was over already. */
  public boolean end(UUID id, Instant at) {
    return database
            .sql("update job set ended_at = :at where id = :id and ended_at is null")
            .bind("id", id)
            .bind("at", at)
            .update()
        == 1;
  }

  @PreDestroy
  void stop() {
    pulse.shutdownNow();
  }
}
