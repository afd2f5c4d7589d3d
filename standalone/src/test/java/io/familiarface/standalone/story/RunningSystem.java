package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.postgres.Folders;
import io.familiarface.standalone.ConsumerLag;
import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.FreePorts;
import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Ports;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.SavedSystem;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.TokenClaims;
import io.familiarface.standalone.TokenIssuer;
import io.familiarface.standalone.demo.DemoCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The real thing, as ./familiar start runs it, in a place of its own; empty unless asked. */
final class RunningSystem implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Ports ports;
  private final Map<String, String> settings;
  private final Progress progress = new Progress(System.out);
  private LocalSystem system;

  private RunningSystem(Path folder, Ports ports, Map<String, String> settings) {
    this.folder = folder;
    this.ports = ports;
    this.settings = settings;
  }

  static RunningSystem startEmpty() {
    return start(Map.of());
  }

  private static RunningSystem start(Map<String, String> settings) {
    try {
      var running =
          new RunningSystem(
              Files.createTempDirectory("familiar-story-"), FreePorts.find(), settings);
      running.start();
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As ./familiar start runs it the first time: with the demo company. */
  static RunningSystem startWithDemo() {
    RunningSystem running = start(DemoCompany.SETTINGS);
    try {
      DemoCompany.loadOnce(running.system, running.progress);
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /** Another one, in a place of its own, with what a backup holds. */
  static RunningSystem startFrom(Path backup) {
    try {
      var running =
          new RunningSystem(
              Files.createTempDirectory("familiar-story-"), FreePorts.find(), Map.of());
      new SavedSystem(backup)
          .restore(new DataDirectory(running.folder), running.ports, false, running.progress);
      running.start();
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As ./familiar backup does it beside a run. */
  void saveAs(Path backup) {
    new SavedSystem(backup).write(new DataDirectory(folder), ports, progress);
  }

  /** Where its data are. */
  Path folder() {
    return folder;
  }

  /** Somebody with that role talks to that service. */
  ServiceClient as(String role, Service service) {
    return as(TokenClaims.of(role, "the " + role, Duration.ofHours(1)), service);
  }

  ServiceClient as(TokenClaims claims, Service service) {
    return system.client(service, claims);
  }

  /** A token of somebody with that role, a technician being one whom nobody knows. */
  String token(String role) {
    Optional<UUID> technician =
        role.equals("technician") ? Optional.of(UUID.randomUUID()) : Optional.empty();
    return tokens().issue(new TokenClaims(role, "the " + role, technician, Duration.ofHours(24)));
  }

  TokenIssuer tokens() {
    return system.tokens();
  }

  URI url(Service service) {
    return system.url(service);
  }

  /** Returns when every service has heard all that the others have told. */
  void settle() {
    new ConsumerLag(system).await(PATIENCE);
  }

  /** Ends a service as a power cut would, and returns when it has been started again. */
  void kill(Service service) {
    long pid = system.pid(service);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(
            Polling.until(
                PATIENCE, () -> system.pid(service) != pid && as("admin", service).isReady()))
        .as(service.fullName() + " is started again")
        .isTrue();
  }

  /** Keeps the database of a service as it is now, and starts the service again. */
  void backUp(Service service) throws SQLException {
    copy(service.shortName(), service.shortName() + "_backup", service.shortName());
    kill(service);
  }

  /** Brings back what was backed up, and starts the service again. */
  void restore(Service service) throws SQLException {
    copy(service.shortName() + "_backup", service.shortName(), service.shortName());
    kill(service);
  }

  private void copy(String from, String to, String owner) throws SQLException {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists %s with (force)".formatted(to));
      statement.execute("alter database %s with allow_connections false".formatted(from));
      statement.execute(
          "select pg_terminate_backend(pid, 30000) from pg_stat_activity where datname = '%s'"
              .formatted(from));
      statement.execute("create database %s template %s owner %s".formatted(to, from, owner));
      statement.execute("alter database %s with allow_connections true".formatted(from));
    }
  }

  /** The first column of a query on the database of a service. */
  List<String> rows(Service service, String query) throws SQLException {
    try (Connection connection = superuser(service.shortName());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private Connection superuser(String database) throws SQLException {
    try {
      String password =
          Files.readString(folder.resolve("postgres").resolve("superuser.password")).strip();
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), database),
          "postgres",
          password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops everything in good order and starts it again on the same data. */
  void restart() {
    system.close();
    start();
  }

  @Override
  public void close() {
    system.close();
    progress.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() {
    system = new LocalSystem(root(), new DataDirectory(folder), ports, progress);
    try {
      system.start(false, settings);
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  static Path root() {
    String elsewhere = System.getProperty("familiar.root");
    return elsewhere == null ? Path.of("").toAbsolutePath().getParent() : Path.of(elsewhere);
  }
}
