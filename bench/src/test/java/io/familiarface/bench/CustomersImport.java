package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Service;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A list of a million customers into a service whose heap has 256 MB, beside what PostgreSQL's own
 * COPY takes for the rows that came of it, with the same indexes.
 */
final class CustomersImport implements Bench.Part {
  private static final double AIM = 1.0 / 3;
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final RunningSystem system;
  private final Workload workload;

  CustomersImport(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Path list = system.folder().resolve("customers.ndjson");
    write(list, workload.customers());
    PostgresDatabase database = system.database(Service.CUSTOMERS);
    Map<String, Long> before = counts(database);
    long began = System.nanoTime();
    long created = send(list);
    double seconds = (System.nanoTime() - began) / 1e9;
    Files.delete(list);
    if (created != workload.customers()) {
      throw new IllegalStateException(created + " of " + workload.customers() + " were created");
    }
    OptionalDouble memory = system.memory(Service.CUSTOMERS);
    system.awaitQuiet(PATIENCE);
    Map<String, Long> written = counts(database);
    written.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
    written.values().removeIf(rows -> rows < created / 2);
    double all = 0;
    double customerRows = 0;
    for (Map.Entry<String, Long> each : written.entrySet()) {
      double copied = copy(database, each.getKey());
      System.out.printf(
          "  COPY of %,d rows of %s: %.1f s%n", each.getValue(), each.getKey(), copied);
      all += copied;
      if (each.getKey().equals("customer")) {
        customerRows = copied;
      }
    }
    String customers = "%,d customers imported".formatted(created);
    report.add(
        Measurement.atLeast(
            customers + ", against COPY of all rows that came of it",
            all / seconds,
            "×",
            AIM,
            "%.0f s, that is %,.0f a second; COPY into %s with their indexes %.0f s"
                .formatted(seconds, created / seconds, String.join(", ", written.keySet()), all)));
    report.add(
        Measurement.atLeast(
            customers + ", against COPY of the rows of customer alone",
            customerRows / seconds,
            "×",
            AIM,
            "%.0f s; without what they are found by, their events and their audit trail"
                .formatted(customerRows)));
    if (memory.isPresent()) {
      report.add(
          Measurement.atMost(
              "customers-service, resident right after that",
              memory.getAsDouble(),
              "MB",
              512,
              "VmRSS; its heap has 256 MB at most"));
    }
  }

  private static void write(Path list, int customers) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(list)) {
      for (int n = 1; n <= customers; n++) {
        lines.write(
            """
            {"externalId":"IMPORT-%1$d","kind":"HOUSEHOLD","name":"Person %2$s","phone":"+1802%3$07d","email":"p%1$d@example.com","branch":"branch %4$d","address":{"line1":"%1$d Elm Street","city":"Burlington","postalCode":"05401"}}
            """
                .formatted(n, Integer.toString(n + 40_000, 36), 2_000_000 + n % 7_999_999, n % 5));
      }
    }
  }

  /** How many were created; the report is read while it comes. */
  private long send(Path list) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/v1/customers/import"
                        .formatted(system.port(Service.CUSTOMERS))))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + system.token())
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofFile(list))
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofInputStream());
    long created = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        created += line.contains("\"CREATED\"") ? 1 : 0;
      }
    }
    return created;
  }

  private static Map<String, Long> counts(PostgresDatabase database) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = 'public' order by 1")) {
        while (tables.next()) {
          counts.put(tables.getString(1), 0L);
        }
      }
      for (String table : counts.keySet()) {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
          count.next();
          counts.put(table, count.getLong(1));
        }
      }
    }
    return counts;
  }

  /** Seconds that COPY takes for all rows of a table, into one like it. */
  private static double copy(PostgresDatabase database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String file = text(statement, "select current_setting('data_directory')") + "/bench.copy";
      String columns =
          text(
              statement,
              """
              select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
              where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped
                and attgenerated = ''\
              """
                  .formatted(table));
      statement.execute("create schema if not exists bare");
      statement.execute("create table bare.%1$s (like public.%1$s including all)".formatted(table));
      statement.execute("copy public.%s (%s) to '%s'".formatted(table, columns, file));
      statement.execute("checkpoint");
      long began = System.nanoTime();
      statement.execute("copy bare.%s (%s) from '%s'".formatted(table, columns, file));
      double seconds = (System.nanoTime() - began) / 1e9;
      // The server wrote it, and alone may empty it where it runs as somebody else.
      statement.execute("copy (select where false) to '%s'".formatted(file));
      statement.execute("drop table bare." + table);
      return seconds;
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
