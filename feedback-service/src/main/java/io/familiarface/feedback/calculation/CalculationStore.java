package io.familiarface.feedback.calculation;

import io.familiarface.feedback.calculation.Calculation.Kind;
import io.familiarface.feedback.calculation.Calculation.State;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of {@code calculation}. The copy of this service that runs one says so every few
 * seconds; by the database's clock, since those of the copies may differ.
 */
@ApplicationScoped
class CalculationStore {
  private static final String SILENT = "heartbeat_at < now() - interval '30 seconds'";
  private static final String STOPPED =
      "The copy of the service that ran it stopped in the middle. Start it again.";

  private static final String COLUMNS =
      """
      select id, kind, question::text as question, progress, doing, asked_by, asked_at, ended_at,
             result::text as result, verdict, state, state = 'RUNNING' and %s as silent
      from calculation
      """
          .formatted(SILENT);

  private final Sql sql;

  CalculationStore(Sql sql) {
    this.sql = sql;
  }

  /** Puts a new one on record unless one of its kind runs, or ran for the same slot. */
  boolean start(UUID id, Kind kind, String question, String askedBy, Instant at, Instant slot) {
    sql.change(
        "update calculation set state = 'FAILED', verdict = ?, ended_at = heartbeat_at"
            + " where kind = ? and state = 'RUNNING' and "
            + SILENT,
        STOPPED,
        kind);
    return sql.change(
            """
            insert into calculation (id, kind, state, question, doing, asked_by, asked_at, slot,
                                     heartbeat_at)
            values (?, ?, 'RUNNING', ?::jsonb, 'waiting for its turn', ?, ?, ?::timestamptz, now())
            on conflict do nothing
            """,
            id,
            kind,
            question,
            askedBy,
            at,
            slot)
        == 1;
  }

  /** Forgets all of a kind but the newest. */
  void forgetAllBut(int newest, Kind kind) {
    sql.change(
        """
        delete from calculation where kind = ? and state <> 'RUNNING' and id not in (
          select id from calculation where kind = ? order by asked_at desc, id desc limit ?)
        """,
        kind,
        kind,
        newest);
  }

  /** Whether it is still ours: once another copy took us for dead, what we do counts no more. */
  boolean beat(UUID id, double progress, String doing) {
    return sql.change(
            """
            update calculation set heartbeat_at = now(), progress = ?, doing = ?
            where id = ? and state = 'RUNNING'
            """,
            progress,
            doing,
            id)
        == 1;
  }

  boolean end(UUID id, State state, String verdict, String result, Instant at) {
    return sql.change(
            """
            update calculation set state = ?, verdict = ?, result = ?::jsonb, ended_at = ?,
              progress = case when ? then progress else 1 end, doing = 'ended'
            where id = ? and state = 'RUNNING'
            """,
            state,
            verdict,
            result,
            at,
            state == State.FAILED,
            id)
        == 1;
  }

  Optional<Calculation> byId(UUID id, Kind kind) {
    return sql.first(COLUMNS + "where id = ? and kind = ?", CalculationStore::read, id, kind);
  }

  List<Calculation> newest(Kind kind, int limit) {
    return sql.list(
        COLUMNS + "where kind = ? order by asked_at desc, id desc limit ?",
        CalculationStore::read,
        kind,
        limit);
  }

  private static Calculation read(Row row) throws SQLException {
    boolean silent = row.bool("silent");
    return new Calculation(
        row.uuid("id"),
        Kind.valueOf(row.text("kind")),
        silent ? State.FAILED : State.valueOf(row.text("state")),
        row.text("question"),
        row.number("progress"),
        row.text("doing"),
        row.text("asked_by"),
        row.instant("asked_at"),
        row.instant("ended_at"),
        silent ? STOPPED : row.text("verdict"),
        row.text("result"));
  }
}
