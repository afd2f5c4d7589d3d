package io.familiarface.rest.transport;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of a service: what runs is finished, what comes on a connection that was kept is told to
 * go elsewhere. It lasts until nothing runs any more, and long enough to be noticed.
 */
@Singleton
class Draining {
  private final Duration atLeast;
  private final Duration atMost;
  private int running;
  volatile boolean begun;

  Draining(
      @ConfigProperty(name = "familiar.shutdown.at-least") Duration atLeast,
      @ConfigProperty(name = "familiar.shutdown.at-most") Duration atMost) {
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  synchronized void started(RoutingContext call) {
    running++;
    call.addEndHandler(end -> ended());
  }

  private synchronized void ended() {
    running--;
    notifyAll();
  }

  /** After the long polls were answered, which is a matter of priority. */
  synchronized void drain(
      @Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownDelayInitiatedEvent stopping)
      throws InterruptedException {
    begun = true;
    long start = System.nanoTime();
    for (long left = millisLeft(start); left > 0; left = millisLeft(start)) {
      wait(left);
    }
  }

  private long millisLeft(long start) {
    Duration until = running > 0 ? atMost : atLeast;
    return until.minusNanos(System.nanoTime() - start).toMillis();
  }
}
