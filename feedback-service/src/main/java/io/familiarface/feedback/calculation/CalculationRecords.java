package io.familiarface.feedback.calculation;

import io.familiarface.database.Database;
import io.familiarface.feedback.calculation.Calculation.Kind;
import io.familiarface.feedback.calculation.Calculation.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of {@code calculation}. The copy of this service that runs one says so every few
 * seconds; by the database's clock, since those of the copies may differ.
 */
@ApplicationScoped
class CalculationRecords {
  private static final String SILENT = "heartbeat_at < now() - interval '30 seconds'";
  private static final String STOPPED =
      "The copy of the service that ran it stopped in the middle. Start it again.";

  /** One whose copy has fallen silent has failed, before anybody writes that down. */
  private static final String SELECT =
      """
      select id, kind, case when silent then 'FAILED' else state end as state, question, progress,
             doing, asked_by, asked_at, ended_at,
             case when silent then :stopped else verdict end as verdict, result
      from calculation, lateral (select state = 'RUNNING' and %s as silent) as copy
      """
          .formatted(SILENT);

  private final Database database;

  CalculationRecords(Database database) {
    this.database = database;
  }

  /** Puts a new one on record unless one of its kind runs, or ran for the same slot. */
  boolean start(UUID id, Kind kind, String question, String askedBy, Instant at, Instant slot) {
    database
        .sql(
            """
            update calculation set state = 'FAILED', verdict = :stopped, ended_at = heartbeat_at
            where kind = :kind and state = 'RUNNING' and %s
            """
                .formatted(SILENT))
        .bind("stopped", STOPPED)
        .bind("kind", kind)
        .update();
    return database
            .sql(
                """
                insert into calculation (id, kind, state, question, doing, asked_by, asked_at, slot,
                                         heartbeat_at)
                values (:id, :kind, 'RUNNING', cast(:question as jsonb), 'waiting for its turn',
                        :askedBy, :at, cast(:slot as timestamptz), now())
                on conflict do nothing
                """)
            .bind("id", id)
            .bind("kind", kind)
            .bind("question", question)
            .bind("askedBy", askedBy)
            .bind("at", at)
            .bind("slot", slot)
            .update()
        == 1;
  }

  /** Forgets all of a kind but the newest. */
  void forgetAllBut(int newest, Kind kind) {
    database
        .sql(
            """
            delete from calculation where kind = :kind and state <> 'RUNNING' and id not in (
              select id from calculation where kind = :kind
              order by asked_at desc, id desc limit :newest)
            """)
        .bind("kind", kind)
        .bind("newest", newest)
        .update();
  }

  /** Whether it is still ours: once another copy took us for dead, what we do counts no more. */
  boolean beat(UUID id, double progress, String doing) {
    return database
            .sql(
                """
                update calculation set heartbeat_at = now(), progress = :progress, doing = :doing
                where id = :id and state = 'RUNNING'
                """)
            .bind("id", id)
            .bind("progress", progress)
            .bind("doing", doing)
            .update()
        == 1;
  }

  boolean end(UUID id, State state, String verdict, String result, Instant at) {
    return database
            .sql(
                """
                update calculation set state = :state, verdict = :verdict,
                  result = cast(:result as jsonb), ended_at = :at,
                  progress = case when :state = 'FAILED' then progress else 1 end, doing = 'ended'
                where id = :id and state = 'RUNNING'
                """)
            .bind("id", id)
            .bind("state", state)
            .bind("verdict", verdict)
            .bind("result", result)
            .bind("at", at)
            .update()
        == 1;
  }

  Optional<Calculation> byId(UUID id, Kind kind) {
    return database
        .sql(SELECT + "where id = :id and kind = :kind")
        .bind("id", id)
        .bind("kind", kind)
        .bind("stopped", STOPPED)
        .first(Calculation.class);
  }

  List<Calculation> newest(Kind kind, int limit) {
    return database
        .sql(SELECT + "where kind = :kind order by asked_at desc, id desc limit :limit")
        .bind("kind", kind)
        .bind("limit", limit)
        .bind("stopped", STOPPED)
        .list(Calculation.class);
  }
}
