package io.familiarface.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty databases for tests. One server serves the whole JVM, starts with the first database, and
 * is gone with its data when the JVM is. It is quick, not durable.
 */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /** A new empty database, whose name starts as given, and a role that may log in to it alone. */
  public static Database create(String name) {
    return OneServer.RUNNING.database(name + "_" + NUMBER.incrementAndGet(), PasswordFile.random());
  }

  private static final class OneServer {
    private static final int TRIES = 5;
    static final PostgresServer RUNNING = start();

    private static PostgresServer start() {
      try {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path home = Files.createTempDirectory(temporary, "familiar-test-postgres-");
        Path programs = temporary.resolve("familiar-postgres-" + System.getProperty("user.name"));
        Lifeline.whenThisJvmIsGone(List.of("sh", "-c", REMOVE_WHEN_STOPPED, home.toString()));
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
              home, freePort(), programs, Settings.throwaway(), RunAs.choose());
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
