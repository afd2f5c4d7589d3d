package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.ClassDataArchives;
import io.familiarface.standalone.ServiceCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The smallest Quarkus service on the same database server, by the same Quarkus, with the same
 * options of the JVM and the same pool; see {@code bench/yardstick}.
 */
final class Yardstick implements AutoCloseable {
  static final String NAME = "yardstick";
  private static final int MILLIS_BETWEEN = 20;

  private static final int SECONDS_TO_END = 120;

  private final Path jar;
  private final Process process;
  private final int port;

  private Yardstick(Path jar, Process process, int port) {
    this.jar = jar;
    this.process = process;
    this.port = port;
  }

  /** Writes its archive of classes, as the build writes those of the services. */
  static void archive(Path root, Path folder, PostgresDatabase database)
      throws IOException, InterruptedException {
    if (!ClassDataArchives.configured().isThereFor(jar(root))) {
      System.setProperty(ClassDataArchives.WRITE, "true");
      try (Yardstick yardstick = start(root, folder, database)) {
        yardstick.awaitReady();
      } finally {
        System.clearProperty(ClassDataArchives.WRITE);
      }
    }
  }

  private static Path jar(Path root) {
    return root.resolve("bench/yardstick/target/quarkus-app/quarkus-run.jar");
  }

  /** Begins to start one; {@link #awaitReady} returns when it answers. */
  static Yardstick start(Path root, Path folder, PostgresDatabase database) throws IOException {
    Path jar = jar(root);
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is not there: build it by ./mvnw package -DskipTests");
    }
    int port = freePort();
    Files.createDirectories(folder.resolve("logs"));
    ProcessBuilder builder =
        new ProcessBuilder(ServiceCommand.of(jar, List.of()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    folder.resolve("logs").resolve(NAME + ".log").toFile()));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    builder.environment().put("QUARKUS_DATASOURCE_USERNAME", database.user());
    builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    return new Yardstick(jar, builder.start(), port);
  }

  /** Ready is who reads a customer from the database. */
  void awaitReady() throws InterruptedException {
    while (!answers()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the yardstick did not start");
      }
      Thread.sleep(MILLIS_BETWEEN);
    }
  }

  private boolean answers() {
    try (HttpConnection connection = new HttpConnection(port, "none")) {
      return connection.get("/customers/1") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        ClassDataArchives.configured().keepWritten(jar);
      } else {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
