package io.familiarface.jobs.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The one import of a history that runs, in whichever copy of this service, or the last one. */
@ApplicationScoped
class HistoryImports {
  private static final String BEGIN =
      """
      insert into history_import
        (id, started_by, started_at, dry_run, state, heard_at)
      values (:id, :by, :now, :dryRun, 'READING', :now)
      on conflict (only_one) do update set
        id = excluded.id, started_by = excluded.started_by, started_at = excluded.started_at,
        dry_run = excluded.dry_run, state = excluded.state, heard_at = excluded.heard_at,
        step = null, done = null, total = null, words = null, report = null, sent = null
      where history_import.state not in ('READING', 'SENDING') or history_import.heard_at < :gone
      """;

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration goneAfter;

  HistoryImports(Database database, ObjectMapper json, Clock clock, HistorySettings settings) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    this.goneAfter = settings.goneAfter();
  }

  /** A new import, or empty while another one runs. */
  @Transactional
  Optional<UUID> begin(String by, boolean dryRun) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    int begun =
        database
            .sql(BEGIN)
            .bind("id", id)
            .bind("by", by)
            .bind("dryRun", dryRun)
            .bind("now", now)
            .bind("gone", now.minus(goneAfter))
            .update();
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  @Transactional
  void recordProgress(UUID id, String step, long done, long of) {
    database
        .sql(
            """
            update history_import set step = :step, done = :done, total = :of, heard_at = :now
            where id = :id
            """)
        .bind("step", step)
        .bind("done", done)
        .bind("of", of)
        .bind("now", clock.instant())
        .bind("id", id)
        .update();
  }

  @Transactional
  void recordReport(UUID id, HistoryState next, Object report) {
    database
        .sql(
            """
            update history_import
            set state = :state, report = cast(:report as json), heard_at = :now where id = :id
            """)
        .bind("state", next)
        .bind("report", text(report))
        .bind("now", clock.instant())
        .bind("id", id)
        .update();
  }

  @Transactional
  void recordSent(UUID id, Object sent) {
    database
        .sql(
            """
            update history_import set state = 'DONE', sent = cast(:sent as json), heard_at = :now
            where id = :id
            """)
        .bind("sent", text(sent))
        .bind("now", clock.instant())
        .bind("id", id)
        .update();
  }

  @Transactional
  void recordEnd(UUID id, HistoryState how, String words) {
    database
        .sql(
            "update history_import set state = :state, words = :words, heard_at = :now where id = :id")
        .bind("state", how)
        .bind("words", words)
        .bind("now", clock.instant())
        .bind("id", id)
        .update();
  }

  @Transactional
  HistoryImportView last() {
    return database
        .sql(
            """
            select id, state, dry_run, started_by, started_at, heard_at, step, done, total, words,
              report::text as report, sent::text as sent
            from history_import
            """)
        .first(Row.class)
        .map(this::view)
        .orElse(HistoryImportView.NONE);
  }

  private record Row(
      UUID id,
      HistoryState state,
      boolean dryRun,
      String startedBy,
      Instant startedAt,
      Instant heardAt,
      String step,
      long done,
      long total,
      String words,
      String report,
      String sent) {}

  /** A report names people: it goes as soon as anybody is to be forgotten. */
  @Transactional
  void deleteReport(@Observes CustomerErased erased) {
    database.sql("update history_import set report = null, sent = null, words = null").update();
  }

  private HistoryImportView view(Row row) {
    boolean gone = row.state.isRunning() && row.heardAt.isBefore(clock.instant().minus(goneAfter));
    boolean running = row.state.isRunning() && !gone;
    JsonNode report = tree(row.report);
    JsonNode sent = tree(row.sent);
    return new HistoryImportView(
        row.id,
        gone ? HistoryState.STOPPED : row.state,
        row.dryRun,
        row.startedBy,
        row.startedAt,
        running ? row.step : null,
        running ? row.done : null,
        running ? row.total : null,
        gone
            ? "The service was stopped in the middle. What is in stays in: send the same file again."
            : row.words,
        report,
        sent,
        leavesOut(report, sent) ? HistoryImportResource.REJECTED_LINES : null,
        null);
  }

  private static boolean leavesOut(JsonNode report, JsonNode sent) {
    return (report != null && report.path("rejectedCount").asLong() > 0)
        || (sent != null && sent.path("refusedCount").asLong() > 0);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
