package io.familiarface.feedback.calculation;

import io.familiarface.database.Database;
import io.familiarface.feedback.calculation.Calculation.Kind;
import io.familiarface.feedback.calculation.Calculation.State;
import io.familiarface.rest.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code calculation}, each with its job. */
@ApplicationScoped
class CalculationRecords {
  private static final String STOPPED =
      "The copy of the service that ran it stopped in the middle. Start it again.";

  /** One whose copy has fallen silent has failed, before anybody writes that down. */
  private static final String SELECT =
      """
      select c.id, c.kind, case when broken then 'FAILED' else state end as state, question,
        case when state in ('RUNNING', 'FAILED') then done else 1 end as progress,
        case when ended_at is null then step else 'ended' end as doing,
        started_by as asked_by, started_at as asked_at, ended_at,
        case when broken then :stopped else verdict end as verdict, result
      from calculation c
      join %s as job on job.id = c.id, lateral (select state = 'RUNNING' and not running as broken) as copy
      """
          .formatted(Jobs.ROWS);

  private final Database database;
  private final Jobs jobs;

  CalculationRecords(Database database, Jobs jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  /** Puts a new one on record unless one of its kind runs, or ran for the same slot. */
  boolean start(UUID id, Kind kind, String question, String askedBy, Instant at, Instant slot) {
    if (!jobs.start(id, kind.name(), slot, askedBy, at, "waiting for its turn")) {
      return false;
    }
    database
        .sql(
            """
            insert into calculation (id, kind, state, question)
            values (:id, :kind, 'RUNNING', cast(:question as jsonb))
            """)
        .bind("id", id)
        .bind("kind", kind)
        .bind("question", question)
        .update();
    return true;
  }

  boolean end(UUID id, State state, String verdict, String result, Instant at) {
    if (!jobs.end(id, at)) {
      return false;
    }
    database
        .sql(
            """
            update calculation
            set state = :state, verdict = :verdict, result = cast(:result as jsonb) where id = :id
            """)
        .bind("id", id)
        .bind("state", state)
        .bind("verdict", verdict)
        .bind("result", result)
        .update();
    return true;
  }

  Optional<Calculation> byId(UUID id, Kind kind) {
    return database
        .sql(SELECT + "where c.id = :id and c.kind = :kind")
        .bind("id", id)
        .bind("kind", kind)
        .bind("stopped", STOPPED)
        .first(Calculation.class);
  }

  List<Calculation> newest(Kind kind, int limit) {
    return database
        .sql(SELECT + "where c.kind = :kind order by started_at desc, c.id desc limit :limit")
        .bind("kind", kind)
        .bind("limit", limit)
        .bind("stopped", STOPPED)
        .list(Calculation.class);
  }
}
