package io.familiarface.standalone;

import io.familiarface.postgres.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A service that is started again when it ends by itself, as often as it takes. */
final class SupervisedService {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int LINES_SHOWN = 12;

  private final Service service;
  private final Path log;
  private final Supplier<ServiceProcess> launch;
  private final Consumer<String> tell;
  private final Consumer<Long> newPid;
  private final Backoff backoff = new Backoff();

  private ServiceProcess process;
  private Instant startedAt;
  private boolean ready;
  private boolean stopping;

  SupervisedService(
      Service service,
      Path log,
      Supplier<ServiceProcess> launch,
      Consumer<String> tell,
      Consumer<Long> newPid) {
    this.service = service;
    this.log = log;
    this.launch = launch;
    this.tell = tell;
    this.newPid = newPid;
  }

  synchronized void start() {
    if (stopping) {
      return;
    }
    startedAt = Instant.now();
    process = launch.get();
    newPid.accept(process.pid());
    process.onExit().thenRun(this::restart);
  }

  void awaitReady() {
    if (!Polling.until(LONGEST_START, this::isReadyOrEnded)) {
      throw new UserError(
          service.fullName()
              + " was not ready within "
              + LONGEST_START.toMinutes()
              + " minutes; see "
              + log);
    }
    synchronized (this) {
      if (!process.isAlive()) {
        throw new UserError(service.fullName() + " did not start; its log ends:\n" + lastLines());
      }
      ready = true;
    }
  }

  private boolean isReadyOrEnded() {
    return current().isReady() || !current().isAlive();
  }

  synchronized long pid() {
    return process.pid();
  }

  synchronized void requestStop() {
    stopping = true;
    if (process != null) {
      process.requestStop();
    }
  }

  void awaitStop() {
    ServiceProcess last = current();
    if (last != null) {
      last.awaitStop();
    }
  }

  private synchronized ServiceProcess current() {
    return process;
  }

  private synchronized void restart() {
    if (stopping || !ready) {
      return;
    }
    process.awaitStop();
    Duration pause = backoff.next(Duration.between(startedAt, Instant.now()));
    tell.accept(
        service.fullName()
            + " ended by itself and is started again"
            + (pause.isZero() ? "" : " in " + pause.toSeconds() + " s")
            + "; see "
            + log);
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::startOrTryAgain);
  }

  private void startOrTryAgain() {
    try {
      start();
    } catch (UncheckedIOException e) {
      tell.accept(service.fullName() + " could not be started: " + e.getMessage());
      restart();
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read)";
    }
  }
}
