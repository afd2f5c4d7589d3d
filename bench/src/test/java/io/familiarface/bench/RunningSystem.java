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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A system of our own, in a folder that is gone afterwards. */
final class RunningSystem implements AutoCloseable {
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final int POSTGRES = 3;

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

  void awaitQuiet(Duration longest) {
    new ConsumerLag(system).await(longest);
  }

  /** Resident memory of a service in MB. */
  double memory(Service service) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + system.pid(service) + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
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
    try {
      String password = Files.readString(folder.resolve("postgres/superuser.password")).strip();
      return new PostgresDatabase(ports.base() + POSTGRES, "postgres", "postgres", password);
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
