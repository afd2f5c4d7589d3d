package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Service;
import java.io.BufferedReader;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * An import as a client sends it, beside what PostgreSQL's own COPY takes for the rows that came of
 * it, into tables like those they are in, with the same indexes and foreign keys; and, where lines
 * change rows that are there, what bare updates of these take.
 */
final class ImportBesideCopy {
  static final Duration PATIENCE = Duration.ofHours(1);

  private final RunningSystem system;
  private final Service service;

  ImportBesideCopy(RunningSystem system, Service service) {
    this.system = system;
    this.service = service;
  }

  /**
   * What an import took.
   *
   * @param seconds from the first byte sent to the last of the report
   * @param quietAfter seconds from then until no service had anything left to hear
   * @param copied what COPY takes for the new rows of each table of which there are many, in
   *     seconds
   * @param withoutForeignKeys what it takes for all of them into tables that have none
   * @param updated what one bare update takes for the rows that were changed in each table
   * @param memory of the service right after the import, in MB
   */
  record Result(
      long created,
      double seconds,
      double quietAfter,
      Map<String, Double> copied,
      double withoutForeignKeys,
      List<BareUpdate.Result> updated,
      OptionalDouble memory) {
    double allCopied() {
      return copied.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double allUpdated() {
      return updated.stream().mapToDouble(BareUpdate.Result::seconds).sum();
    }

    /** Of the import, in lines a second. */
    double rate() {
      return created / seconds;
    }
  }

  /**
   * Sends a list of new things, deletes it, and waits until everybody has heard of them.
   *
   * @param path such as {@code /v1/visits/import}
   * @throws IllegalStateException when not every line was CREATED
   */
  void send(Path list, String path, long lines) throws Exception {
    seconds(list, path, lines);
    system.awaitQuiet(PATIENCE);
  }

  /**
   * As {@link #send}, and says what that took. The other services are held still meanwhile, for
   * COPY has nobody either who listens; then they hear.
   *
   * @param changes what lines change in rows that are there before
   */
  Result measure(Path list, String path, long lines, BareUpdate... changes) throws Exception {
    PostgresDatabase database = system.database(service);
    for (BareUpdate change : changes) {
      change.keep(database, foreignKeys(database, change.table()));
    }
    Map<String, Long> before = counts(database);
    double seconds = alone(() -> seconds(list, path, lines));
    Set<String> filled = filled(before, counts(database), lines / 2);
    OptionalDouble memory = system.memory(service);
    long began = System.nanoTime();
    system.awaitQuiet(PATIENCE);
    double quietAfter = (System.nanoTime() - began) / 1e9;
    Map<String, Long> after = counts(database);
    Map<String, Double> copied = new LinkedHashMap<>();
    double withoutForeignKeys = 0;
    for (String table : filled) {
      long written = after.get(table) - before.get(table);
      double share = (double) written / after.get(table);
      double bare = share * copy(database, table, List.of());
      List<String> keys = foreignKeys(database, table);
      copied.put(table, keys.isEmpty() ? bare : share * copy(database, table, keys));
      withoutForeignKeys += bare;
      System.out.printf(
          "  COPY of %,d rows of %s: %.2f s, without its %d foreign keys %.2f s%n",
          written, table, copied.get(table), keys.size(), bare);
    }
    List<BareUpdate.Result> updated = new ArrayList<>();
    for (BareUpdate change : changes) {
      updated.add(change.measure(database));
    }
    return new Result(lines, seconds, quietAfter, copied, withoutForeignKeys, updated, memory);
  }

  /** The tables that have so many rows more; what waits for its position will be an event. */
  private static Set<String> filled(Map<String, Long> before, Map<String, Long> now, long rows) {
    Set<String> filled = new TreeSet<>();
    now.forEach(
        (table, count) -> {
          if (count - before.get(table) >= rows) {
            filled.add(table.equals("feed_inbox") ? "feed_event" : table);
          }
        });
    return filled;
  }

  private static List<String> foreignKeys(PostgresDatabase database, String table)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select pg_get_constraintdef(oid) from pg_constraint
                where conrelid = 'public.%s'::regclass and contype = 'f'\
                """
                    .formatted(table))) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }

  private double alone(Callable<Double> work) throws Exception {
    List<Service> others =
        Arrays.stream(Service.values()).filter(other -> other != service).toList();
    try {
      for (Service other : others) {
        system.holdStill(other);
      }
      return work.call();
    } finally {
      for (Service other : others) {
        system.goOn(other);
      }
    }
  }

  private double seconds(Path list, String path, long lines)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    long created = created(list, path);
    double seconds = (System.nanoTime() - began) / 1e9;
    Files.delete(list);
    if (created != lines) {
      throw new IllegalStateException(
          "%,d of %,d lines to %s were created".formatted(created, lines, path));
    }
    return seconds;
  }

  /** How many were created; the report is read while it comes. */
  private long created(Path list, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(system.port(service), path)))
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

  /** Seconds that COPY takes for all rows of a table, into one like it with these foreign keys. */
  private static double copy(PostgresDatabase database, String table, List<String> foreignKeys)
      throws SQLException {
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
      for (String key : foreignKeys) {
        statement.execute("alter table bare.%s add %s".formatted(table, key));
      }
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
