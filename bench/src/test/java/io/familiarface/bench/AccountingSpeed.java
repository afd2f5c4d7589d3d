package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** How long a month takes to become documents, and documents to leave, against PostgreSQL alone. */
final class AccountingSpeed implements Bench.Part {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int FEW = 3_000;

  /** The rows that come of invoicing: the documents, what is told of them, who did it. */
  private static final List<String> RESULT =
      List.of("accounting_document", "feed_event", "audit_entry");

  private final RunningSystem system;
  private final Workload workload;

  AccountingSpeed(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    ImportedVisits.completed(FEW, "books", system);
    system.awaitQuiet(PATIENCE);
    int month = workload.importedVisits() / 2;
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      // So that both write through the same caches, and no page is new to either.
      invoiced(statement, Math.min(FEW, month));
      for (String table : RESULT) {
        statement.execute("create table before_%1$s as table %1$s".formatted(table));
      }
      double invoiced = invoiced(statement, month);
      system.awaitQuiet(PATIENCE);
      double copied = copied(statement);
      report.add(
          Measurement.atMost(
              "a month of %,d visits becomes documents".formatted(month),
              invoiced / copied,
              "×",
              20,
              "%.1f s, against %.2f s for COPY of the documents, events and audit entries that result"
                  .formatted(invoiced, copied)));
      invoiced(statement, workload.importedVisits() - month);
      exported(statement, report);
    }
  }

  /** Seconds from visits that wait for their invoice until none waits. */
  private static double invoiced(Statement statement, int visits) throws SQLException {
    long began = System.nanoTime();
    statement.execute(
        """
        insert into visit_to_invoice
        select gen_random_uuid(), a.customer_id, a.id, 'Pests', 89.00, 'USD',
          now() - interval '30 days' * n / %1$d
        from generate_series(1, %1$d) n
        join (select id, customer_id, row_number() over () - 1 as nth, count(*) over () as of
              from agreement) a on a.nth = n %% a.of"""
            .formatted(visits));
    if (!Polling.until(PATIENCE, () -> count(statement, "visit_to_invoice") == 0)) {
      throw new IllegalStateException("visits still wait for their invoices");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** Seconds that PostgreSQL needs to take the new rows in, with their indexes. */
  private double copied(Statement statement) throws SQLException, IOException {
    double seconds = 0;
    for (String table : RESULT) {
      Path file = Files.createTempFile("familiar-copy-", ".rows");
      Files.delete(file);
      statement.execute(
          "copy (select * from %1$s where id not in (select id from before_%1$s)) to '%2$s'"
              .formatted(table, file));
      statement.execute("create table copy_of_%1$s (like %1$s including all)".formatted(table));
      long began = System.nanoTime();
      statement.execute("copy copy_of_%s from '%s'".formatted(table, file));
      seconds += (System.nanoTime() - began) / 1e9;
      statement.execute("drop table copy_of_" + table);
      Files.delete(file);
    }
    return seconds;
  }

  private void exported(Statement statement, Report report) throws Exception {
    long documents = count(statement, "accounting_document");
    double before = system.memory(Service.JOBS).orElse(Double.NaN);
    long began = System.nanoTime();
    long bytes = export();
    double exported = (System.nanoTime() - began) / 1e9;
    double after = system.memory(Service.JOBS).orElse(Double.NaN);
    began = System.nanoTime();
    statement.execute("copy accounting_document to '/dev/null'");
    double copied = (System.nanoTime() - began) / 1e9;
    report.add(
        Measurement.atMost(
            "export of %,d documents".formatted(documents),
            exported / copied,
            "×",
            5,
            "%.1f s for %,d MB as CSV, against %.2f s for COPY … TO; the service held %.0f MB before and %.0f MB after"
                .formatted(exported, bytes >> 20, copied, before, after)));
  }

  private long export() throws IOException, InterruptedException {
    URI export =
        URI.create(
            "http://127.0.0.1:%d/v1/accounting/export?format=csv"
                .formatted(system.port(Service.JOBS)));
    HttpRequest request =
        HttpRequest.newBuilder(export).header("Authorization", "Bearer " + system.token()).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = answer.body()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the export answered " + answer.statusCode());
    }
    return bytes;
  }

  private static long count(Statement statement, String table) {
    try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PostgresDatabase database() {
    return system.database(Service.JOBS);
  }
}
