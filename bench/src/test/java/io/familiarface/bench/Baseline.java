package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the same server does with bare statements, prepared: by {@code pgbench} where there is one,
 * else by a loop over JDBC that stands in for it.
 */
final class Baseline {
  private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");
  static final int CUSTOMERS = 2_000;
  private static final int VISITS = 20;

  private final PostgresDatabase database;
  private final Path folder;
  private final boolean hasPgbench;

  private Baseline(PostgresDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.hasPgbench = isThere("pgbench");
  }

  static Baseline on(RunningSystem system) throws SQLException {
    Baseline baseline = new Baseline(system.baseline(), system.folder());
    baseline.execute(
        """
        create table if not exists bare_visit (
          id uuid primary key, agreement_id uuid not null, completed_at timestamptz not null, state text not null);
        create table if not exists bare_event (
          position bigint generated always as identity primary key, subject uuid not null, type text not null,
          data json not null);
        create table if not exists bare_customer (
          id int primary key, name text not null, phone text, address text);
        create table if not exists bare_visit_of (
          customer_id int not null, at timestamptz not null, technician text, state text,
          primary key (customer_id, at));
        insert into bare_customer select n, 'Customer ' || n, '802-555', n || ' Elm Street'
          from generate_series(1, %d) n on conflict do nothing;
        insert into bare_visit_of select n, timestamptz '2025-01-01' + i * interval '30 days', 'Al', 'COMPLETED'
          from generate_series(1, %d) n, generate_series(1, %d) i on conflict do nothing;
        vacuum analyze bare_customer
        """
            .formatted(CUSTOMERS, CUSTOMERS, VISITS));
    return baseline;
  }

  String name() {
    return hasPgbench ? "pgbench" : "a JDBC loop (no pgbench here)";
  }

  /** The two rows that completing a visit comes down to, a second. */
  double twoRows(int clients, Duration time) throws Exception {
    List<String> statements =
        List.of(
            "insert into bare_visit values (gen_random_uuid(), gen_random_uuid(), now(),"
                + " 'COMPLETED')",
            "insert into bare_event (subject, type, data)"
                + " values (gen_random_uuid(), 'visit.completed', '{\"state\":\"COMPLETED\"}')");
    return hasPgbench
        ? pgbench("begin;\n" + String.join(";\n", statements) + ";\ncommit;\n", clients, time)
        : loop(statements, clients, time);
  }

  /** A customer with twenty visits, a second. */
  double customerWithVisits(int clients, Duration time) throws Exception {
    String select =
        "select * from bare_customer c join bare_visit_of v on v.customer_id = c.id where c.id = ";
    return hasPgbench
        ? pgbench("\\set n random(1, " + CUSTOMERS + ")\n" + select + ":n;\n", clients, time)
        : loop(List.of(select + "?"), clients, time);
  }

  private double pgbench(String script, int clients, Duration time) throws Exception {
    Path file = folder.resolve("pgbench.sql");
    Files.writeString(file, script);
    ProcessBuilder pgbench =
        new ProcessBuilder(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + database.user(),
                "--client=" + clients,
                "--jobs=2",
                "--time=" + time.toSeconds(),
                "--file=" + file,
                database.name())
            .redirectErrorStream(true);
    pgbench.environment().put("PGPASSWORD", database.password());
    Process process = pgbench.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = TPS.matcher(output);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new IllegalStateException("pgbench says: " + output);
    }
    return Double.parseDouble(tps.group(1));
  }

  private double loop(List<String> statements, int clients, Duration time) throws Exception {
    long began = System.nanoTime();
    long end = began + time.toNanos();
    Callable<Long> client =
        () -> {
          long done = 0;
          try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (; System.nanoTime() < end; done++) {
              for (String sql : statements) {
                try (var statement = connection.prepareStatement(sql)) {
                  if (sql.endsWith("?")) {
                    statement.setInt(1, ThreadLocalRandom.current().nextInt(1, CUSTOMERS + 1));
                  }
                  statement.execute();
                }
              }
              connection.commit();
            }
          }
          return done;
        };
    ExecutorService all = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(all.submit(client));
      }
      double done = 0;
      for (Future<Long> one : running) {
        done += one.get();
      }
      return done / ((System.nanoTime() - began) / 1e9);
    } finally {
      all.shutdownNow();
    }
  }

  private void execute(String statements) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (String one : statements.split(";\\s*\n")) {
        statement.execute(one);
      }
    }
  }

  private static boolean isThere(String program) {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
