package io.familiarface.feed.consumer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells a thread to end, and wakes it from a pause without interrupting what it does. */
final class StopSignal {
  private final CompletableFuture<Void> given = new CompletableFuture<>();

  void give() {
    given.complete(null);
  }

  boolean isGiven() {
    return given.isDone();
  }

  CompletableFuture<Void> given() {
    return given;
  }

  void pause(Duration length) throws InterruptedException {
    try {
      given.get(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
