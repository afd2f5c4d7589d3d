package io.familiarface.jobs.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.jobs.customer.CustomerForgotten;
import io.familiarface.jobs.listing.Row;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  private final EntityManager em;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration goneAfter;

  HistoryImports(EntityManager em, ObjectMapper json, Clock clock, HistorySettings settings) {
    this.em = em;
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
        em.createNativeQuery(BEGIN)
            .setParameter("id", id)
            .setParameter("by", by)
            .setParameter("dryRun", dryRun)
            .setParameter("now", now)
            .setParameter("gone", now.minus(goneAfter))
            .executeUpdate();
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  @Transactional
  void heardOf(UUID id, String step, long done, long of) {
    em.createNativeQuery(
            """
            update history_import set step = :step, done = :done, total = :of, heard_at = :now
            where id = :id
            """)
        .setParameter("step", step)
        .setParameter("done", done)
        .setParameter("of", of)
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  void understood(UUID id, HistoryState next, Object report) {
    em.createNativeQuery(
            """
            update history_import
            set state = :state, report = cast(:report as json), heard_at = :now where id = :id
            """)
        .setParameter("state", next.name())
        .setParameter("report", text(report))
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  void sent(UUID id, Object sent) {
    em.createNativeQuery(
            """
            update history_import set state = 'DONE', sent = cast(:sent as json), heard_at = :now
            where id = :id
            """)
        .setParameter("sent", text(sent))
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  void ended(UUID id, HistoryState how, String words) {
    em.createNativeQuery(
            "update history_import set state = :state, words = :words, heard_at = :now where id = :id")
        .setParameter("state", how.name())
        .setParameter("words", words)
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  HistoryImportView last() {
    List<?> rows =
        em.createNativeQuery(
                """
                select id, state, dry_run, started_by, started_at, heard_at, step, done, total, words,
                  report::text as report, sent::text as sent
                from history_import
                """,
                Tuple.class)
            .getResultList();
    return rows.stream()
        .map(row -> view(new Row((Tuple) row)))
        .findFirst()
        .orElse(HistoryImportView.NONE);
  }

  /** A report names people: it goes as soon as anybody is to be forgotten. */
  @Transactional
  void forget(@Observes CustomerForgotten forgotten) {
    em.createNativeQuery("update history_import set report = null, sent = null, words = null")
        .executeUpdate();
  }

  private HistoryImportView view(Row row) {
    HistoryState state = HistoryState.valueOf(row.text("state"));
    boolean gone =
        state.isRunning() && row.instant("heard_at").isBefore(clock.instant().minus(goneAfter));
    boolean running = state.isRunning() && !gone;
    JsonNode report = tree(row.text("report"));
    JsonNode sent = tree(row.text("sent"));
    return new HistoryImportView(
        row.uuid("id"),
        gone ? HistoryState.STOPPED : state,
        row.bool("dry_run"),
        row.text("started_by"),
        row.instant("started_at"),
        running ? row.text("step") : null,
        running ? row.numberOrZero("done") : null,
        running ? row.numberOrZero("total") : null,
        gone
            ? "The service was stopped in the middle. What is in stays in: send the same file again."
            : row.text("words"),
        report,
        sent,
        leavesOut(report, sent) ? HistoryImportResource.LEFT_OUT : null,
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
