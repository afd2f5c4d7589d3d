package io.familiarface.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A service that is started again when it ends by itself, unless it does so all the time. */
final class SupervisedService {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final int RESTARTS_IN_WINDOW = 5;
  private static final int LINES_SHOWN = 12;

  private final Service service;
  private final Path log;
  private final Supplier<ServiceProcess> launch;
  private final Consumer<String> tell;
  private final Consumer<Long> newPid;
  private final Deque<Instant> restarts = new ArrayDeque<>();

  private ServiceProcess process;
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
    restarts.removeIf(restart -> restart.isBefore(Instant.now().minus(WINDOW)));
    if (restarts.size() == RESTARTS_IN_WINDOW) {
      tell.accept(service.fullName() + " keeps ending, so it stays down; see " + log);
      return;
    }
    restarts.add(Instant.now());
    tell.accept(service.fullName() + " ended by itself and is started again; see " + log);
    start();
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
