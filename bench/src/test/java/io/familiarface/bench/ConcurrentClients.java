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
final class ConcurrentClients {
  /** One request; false when there is nothing left to ask. */
  interface Request {
    boolean send(HttpConnection connection) throws Exception;
  }

  private ConcurrentClients() {}

  /** How many requests were answered well, and in which time. */
  static Contender.Turn ask(int clients, Duration time, int port, String token, Request request)
      throws Exception {
    AtomicLong done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    Callable<Void> client =
        () -> {
          try (HttpConnection connection = new HttpConnection(port, token)) {
            while (System.nanoTime() < end && request.send(connection)) {
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
    return new Contender.Turn(done.get(), (System.nanoTime() - began) / 1e9);
  }
}
