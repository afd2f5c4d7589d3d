package io.familiarface.bench;

import io.familiarface.postgres.Folders;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.ConsumerLag;
import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Ports;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.TokenClaims;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A system of our own, in a folder that is gone afterwards. */
final class RunningSystem implements AutoCloseable {
  private static final Duration A_DAY = Duration.ofHours(24);

  private final Path root;
  private final Path folder;
  private final Ports ports;
  private LocalSystem system;

  private RunningSystem(Path root, Path folder, Ports ports) {
    this.root = root;
    this.folder = folder;
    this.ports = ports;
  }

  static RunningSystem create(Path root) throws IOException {
    Ports free =
        IntStream.iterate(29_281, base -> base < 60_000, base -> base + 10)
            .mapToObj(Ports::new)
            .filter(Ports::areFree)
            .findFirst()
            .orElseThrow();
    return new RunningSystem(root, Files.createTempDirectory("familiar-bench-"), free);
  }

  /** Starts it and answers how many seconds that took until everything was ready. */
  double start() {
    var nobody = new PrintStream(OutputStream.nullOutputStream());
    system = new LocalSystem(root, new DataDirectory(folder), ports, new Progress(nobody));
    long began = System.nanoTime();
    system.start(false);
    return (System.nanoTime() - began) / 1e9;
  }

  void stop() {
    if (system != null) {
      system.close();
      system = null;
    }
  }

  Path folder() {
    return folder;
  }

  int port(Service service) {
    return system.url(service).getPort();
  }

  String token() {
    return system.tokens().issue(TokenClaims.of("admin", "bench", A_DAY));
  }

  ServiceClient client(Service service) {
    return system.client(service, TokenClaims.of("admin", "bench", A_DAY));
  }

  /** As good as away: it takes connections, and answers none. */
  void holdStill(Service service) throws IOException, InterruptedException {
    signal("STOP", service);
  }

  void goOn(Service service) throws IOException, InterruptedException {
    signal("CONT", service);
  }

  private void signal(String signal, Service service) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(system.pid(service))).start().waitFor();
  }

  void awaitQuiet(Duration longest) {
    new ConsumerLag(system).await(longest);
  }

  /** Resident memory of a service in MB. */
  OptionalDouble memory(Service service) throws IOException {
    return ProcessMemory.residentMegabytes(system.pid(service));
  }

  Yardstick startYardstick() throws IOException, InterruptedException {
    Yardstick.archive(root, folder, baseline());
    return Yardstick.start(root, folder, baseline());
  }

  /** Of the services, this yardstick and the database server so far. */
  ProcessorTime processorTime(Yardstick yardstick) throws IOException {
    Map<String, Long> services = new HashMap<>();
    for (Service service : Service.values()) {
      services.put(service.fullName(), system.pid(service));
    }
    services.put(Yardstick.NAME, yardstick.pid());
    return ProcessorTime.now(services, postmaster());
  }

  private long postmaster() throws IOException {
    Path pid = folder.resolve("postgres/cluster/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pid).get(0).strip());
  }

  /** Keeps what the services wrote down so far, which is gone with the system otherwise. */
  void keepLogs(Path kept) throws IOException {
    Files.createDirectories(kept);
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      for (Path log : logs.toList()) {
        Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The superuser's database on the same server, where the baselines have their tables. */
  PostgresDatabase baseline() {
    return asSuperuser("postgres");
  }

  /** The database of a service, for the superuser. */
  PostgresDatabase database(Service service) {
    return asSuperuser(service.shortName());
  }

  private PostgresDatabase asSuperuser(String database) {
    try {
      String password = Files.readString(folder.resolve("postgres/superuser.password")).strip();
      return new PostgresDatabase(ports.postgres(), database, "postgres", password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    Folders.delete(folder);
  }
}
