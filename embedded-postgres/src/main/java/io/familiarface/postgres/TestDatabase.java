package io.familiarface.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty databases for tests. One server serves the whole JVM, starts with the first database, and
 * is gone with its data when the JVM is. It is quick, not durable.
 */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /** A new empty database, whose name starts as given, and a role that may log in to it alone. */
  public static PostgresDatabase create(String name) {
    return OneServer.RUNNING.database(name + "_" + NUMBER.incrementAndGet(), PasswordFile.random());
  }

  /**
   * As {@link #create}, for looking at plans: the server writes the plan of each statement of this
   * role to its {@link #log}, as JSON, and the role may leave foreign keys unchecked while it fills
   * large tables.
   */
  public static PostgresDatabase createExplained(String name) {
    PostgresDatabase database = create(name);
    String role = '"' + database.user() + '"';
    try (Connection connection = OneServer.RUNNING.administration().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + role + " set session_preload_libraries to 'auto_explain'");
      for (Map.Entry<String, String> setting : EXPLAIN_ALL.entrySet()) {
        statement.execute(
            "alter role %s set auto_explain.%s to '%s'"
                .formatted(role, setting.getKey(), setting.getValue()));
      }
      statement.execute("grant set on parameter session_replication_role to " + role);
      return database;
    } catch (SQLException e) {
      throw new PostgresException("The plans of " + database + " cannot be shown.", e);
    }
  }

  /** What the server of all test databases says. */
  public static Path log() {
    return OneServer.RUNNING.log();
  }

  private static final Map<String, String> EXPLAIN_ALL =
      Map.of(
          "log_min_duration", "0",
          "log_format", "json",
          "log_analyze", "on",
          "log_timing", "off",
          "log_nested_statements", "on");

  private static final class OneServer {
    private static final int TRIES = 5;
    static final PostgresServer RUNNING = start();

    private static PostgresServer start() {
      try {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path home = Files.createTempDirectory(temporary, "familiar-test-postgres-");
        Path programs = temporary.resolve("familiar-postgres-" + System.getProperty("user.name"));
        JvmWatchdog.runAfterExit(List.of("sh", "-c", REMOVE_WHEN_STOPPED, home.toString()));
        return start(home, programs);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static final String REMOVE_WHEN_STOPPED =
        """
        for second in 1 2 3 4 5 6 7 8 9 10; do
          test -e "$0/cluster/postmaster.pid" || break
          sleep 1
        done
        rm -rf "$0"
        """;

    private static PostgresServer start(Path home, Path programs) throws IOException {
      for (int tries = 1; ; tries++) {
        try {
          return PostgresServer.start(
              home,
              freePort(),
              programs,
              ServerSettings.throwaway(),
              RunAs.choose(),
              System.err::println);
        } catch (PostgresException e) {
          // Somebody else may have taken the free port in between.
          if (tries == TRIES) {
            throw e;
          }
        }
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getByName(PostgresServer.HOST))) {
        return socket.getLocalPort();
      }
    }
  }
}
