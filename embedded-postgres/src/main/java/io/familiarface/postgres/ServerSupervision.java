package io.familiarface.postgres;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a server again that ended by itself, and keeps its log from growing without end. */
final class ServerSupervision implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 1_000;

  private final Cluster cluster;
  private final int port;
  private final ServerSettings settings;
  private final Consumer<String> tell;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "postgresql-supervision");

  private Instant startedAt = Instant.now();

  private ServerSupervision(
      Cluster cluster, int port, ServerSettings settings, Consumer<String> tell) {
    this.cluster = cluster;
    this.port = port;
    this.settings = settings;
    this.tell = tell;
  }

  static ServerSupervision begin(
      Cluster cluster, int port, ServerSettings settings, Consumer<String> tell) {
    var supervision = new ServerSupervision(cluster, port, settings, tell);
    supervision.thread.setDaemon(true);
    supervision.thread.start();
    return supervision;
  }

  /** Returns when it will start no server any more. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!isClosedWithin(LOOK_EVERY_MS)) {
      try {
        new LogFile(cluster.log()).rotateIfLarge();
        if (!cluster.isRunning()) {
          restart();
        }
      } catch (IOException | PostgresException e) {
        tell.accept(e.getMessage());
      }
    }
  }

  private void restart() throws IOException {
    Duration pause = backoff.next(Duration.between(startedAt, Instant.now()));
    tell.accept(
        "PostgreSQL ended by itself and is started again"
            + (pause.isZero() ? "" : " in " + pause.toSeconds() + " s")
            + "; see "
            + cluster.log());
    if (!isClosedWithin(pause.toMillis())) {
      startedAt = Instant.now();
      cluster.start(port, settings);
    }
  }

  private boolean isClosedWithin(long milliseconds) {
    try {
      return closed.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
