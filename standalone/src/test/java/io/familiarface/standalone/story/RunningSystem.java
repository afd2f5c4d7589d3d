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
import java.time.Duration;

/** The real thing, as ./familiar start runs it, in a place of its own; empty unless asked. */
final class RunningSystem implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Ports ports;
  private final Progress progress = new Progress(System.out);
  private LocalSystem system;

  private RunningSystem(Path folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  static RunningSystem startEmpty() {
    try {
      var running =
          new RunningSystem(Files.createTempDirectory("familiar-story-"), FreePorts.find());
      running.start();
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As ./familiar start runs it the first time: with the demo company. */
  static RunningSystem startWithDemo() {
    RunningSystem running = startEmpty();
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
          new RunningSystem(Files.createTempDirectory("familiar-story-"), FreePorts.find());
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
      system.start(false);
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
