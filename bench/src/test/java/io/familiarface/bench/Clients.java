package io.familiarface.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Some who each ask again as soon as they are answered. */
final class Clients {
  /** One request; false when there is nothing left to ask. */
  interface Asking {
    boolean ask(Connection connection) throws Exception;
  }

  private Clients() {}

  /** How many requests a second were answered well. */
  static double rate(int clients, Duration time, int port, String token, Asking asking)
      throws Exception {
    AtomicLong done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    Callable<Void> client =
        () -> {
          try (Connection connection = new Connection(port, token)) {
            while (System.nanoTime() < end && asking.ask(connection)) {
              done.incrementAndGet();
            }
          }
          return null;
        };
    ExecutorService all = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(all.submit(client));
      }
      for (Future<Void> one : running) {
        one.get();
      }
    } finally {
      all.shutdownNow();
    }
    return done.get() / ((System.nanoTime() - began) / 1e9);
  }
}
