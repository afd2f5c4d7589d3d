package io.familiarface.jobs.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.rest.Ids;
import io.familiarface.rest.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The one import of a history that runs, in whichever copy of this service, or the last one. */
@ApplicationScoped
class HistoryImports {
  static final String FIRST_STEP = "Looking through";
  private static final String KIND = "HISTORY_IMPORT";

  private final Database database;
  private final Jobs jobs;
  private final ObjectMapper json;
  private final Clock clock;

  HistoryImports(Database database, Jobs jobs, ObjectMapper json, Clock clock) {
    this.database = database;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  /** A new import, or empty while another one runs. */
  @Transactional
  Optional<UUID> begin(String by, boolean dryRun) {
    UUID id = Ids.next();
    if (!jobs.start(id, KIND, null, by, clock.instant(), FIRST_STEP)) {
      return Optional.empty();
    }
    jobs.forgetAllBut(1, KIND);
    database
        .sql("insert into history_import (id, dry_run, state) values (:id, :dryRun, 'READING')")
        .bind("id", id)
        .bind("dryRun", dryRun)
        .update();
    return Optional.of(id);
  }

  @Transactional
  void recordReport(UUID id, HistoryState next, Object report) {
    database
        .sql(
            "update history_import set state = :state, report = cast(:report as json) where id ="
                + " :id")
        .bind("state", next)
        .bind("report", text(report))
        .bind("id", id)
        .update();
    if (!next.isRunning()) {
      jobs.end(id, clock.instant());
    }
  }

  @Transactional
  void recordSent(UUID id, Object sent) {
    database
        .sql("update history_import set state = 'DONE', sent = cast(:sent as json) where id = :id")
        .bind("sent", text(sent))
        .bind("id", id)
        .update();
    jobs.end(id, clock.instant());
  }

  @Transactional
  void recordEnd(UUID id, HistoryState how, String words) {
    database
        .sql("update history_import set state = :state, words = :words where id = :id")
        .bind("state", how)
        .bind("words", words)
        .bind("id", id)
        .update();
    jobs.end(id, clock.instant());
  }

  @Transactional
  HistoryImportView last() {
    return database
        .sql(
            """
            select job.id, state, dry_run, started_by, started_at, running, step,
              cast(done as bigint) as done, cast(total as bigint) as total, words,
              report::text as report, sent::text as sent
            from history_import join %s as job on job.id = history_import.id
            order by started_at desc limit 1
            """
                .formatted(Jobs.ROWS))
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
      boolean running,
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
    boolean running = row.state.isRunning() && row.running;
    boolean gone = row.state.isRunning() && !row.running;
    JsonNode report = tree(row.report);
    JsonNode sent = tree(row.sent);
    return new HistoryImportView(
        row.id,
        gone ? HistoryState.STOPPED : row.state,
        row.dryRun,
        new HistoryImportView.Start(row.startedBy, row.startedAt),
        running
            ? new HistoryImportView.Progress(row.step, row.done, row.total)
            : HistoryImportView.Progress.NONE,
        gone
            ? "The service was stopped in the middle. What is in stays in: send the same file"
                + " again."
            : row.words,
        new HistoryImportView.Result(
            report, sent, leavesOut(report, sent) ? HistoryImportResource.REJECTED_LINES : null),
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
