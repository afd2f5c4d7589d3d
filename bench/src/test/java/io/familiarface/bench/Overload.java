package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Thirty times as many clients as there are connections to the database read cards. Whoever is
 * refused waits as long as {@code Retry-After} says; whoever is not answered for long counts as
 * hanging.
 */
final class Overload implements Bench.Part {
  private static final int CONNECTIONS = 20;
  private static final int TIMES = 30;
  private static final int READ_VISITS = 3_000;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS = 30;

  private final RunningSystem system;
  private final Workload workload;

  Overload(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    ImportedVisits read = ImportedVisits.completed(READ_VISITS, "overload", system);
    system.awaitQuiet(Duration.ofMinutes(5));
    Duration time = workload.round().multipliedBy(3);
    ask(read, CONNECTIONS, time);
    Answers usual = ask(read, CONNECTIONS, time);
    Answers crowded = ask(read, CONNECTIONS * TIMES, time);
    double usualP99 = usual.accepted(0.99);
    int looks = 1;
    while (looks < LOOKS && ask(read, CONNECTIONS, LOOK).accepted(0.99) > 1.2 * usualP99) {
      looks++;
    }
    report.add(
        Measurement.atMost(
            "p99 of what is accepted with %d clients, against %d"
                .formatted(CONNECTIONS * TIMES, CONNECTIONS),
            crowded.accepted(0.99) / usualP99,
            "×",
            2,
            "%.0f against %.0f ms; %,d answered, %,d refused"
                .formatted(
                    crowded.accepted(0.99),
                    usualP99,
                    crowded.accepted.size(),
                    crowded.refused.size())));
    report.add(
        Measurement.atMost(
            "a refusal against an answer with %d clients, median each".formatted(CONNECTIONS),
            crowded.refused(0.5) / usual.accepted(0.5),
            "×",
            1,
            "%.1f ms; each with Retry-After".formatted(crowded.refused(0.5))));
    report.add(
        Measurement.atMost("hanging for ten seconds", crowded.hanging, "requests", 0, "of all"));
    report.add(
        Measurement.atMost(
            "until p99 is within 1.2 × of what it was",
            looks,
            "s",
            10,
            "one second after another was looked at"));
  }

  private Answers ask(ImportedVisits read, int clients, Duration time) throws Exception {
    int port = system.port(Service.CUSTOMERS);
    String token = system.token();
    long end = System.nanoTime() + time.toNanos();
    Callable<Answers> client =
        () -> {
          Answers mine = new Answers();
          try (HttpConnection connection = new HttpConnection(port, token)) {
            while (System.nanoTime() < end) {
              mine.ask(connection, "/v1/customers/" + read.customer() + "/card");
            }
          } catch (SocketTimeoutException e) {
            mine.hanging++;
          }
          return mine;
        };
    ExecutorService all = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Answers>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(all.submit(client));
      }
      Answers together = new Answers();
      for (Future<Answers> one : running) {
        together.add(one.get());
      }
      return together;
    } finally {
      all.shutdownNow();
    }
  }

  /** Milliseconds of what was answered and of what was refused. */
  private static final class Answers {
    private final List<Double> accepted = new ArrayList<>();
    private final List<Double> refused = new ArrayList<>();
    private int hanging;

    void ask(HttpConnection connection, String path) throws IOException, InterruptedException {
      long began = System.nanoTime();
      int status = connection.get(path);
      double millis = (System.nanoTime() - began) / 1e6;
      if (status == 200) {
        accepted.add(millis);
      } else if (status == 503 && connection.retryAfterSeconds() > 0) {
        refused.add(millis);
        // Somewhat less or more, as clients are.
        Thread.sleep(
            (long)
                (connection.retryAfterSeconds()
                    * ThreadLocalRandom.current().nextDouble(800, 1200)));
      } else {
        throw new IllegalStateException("reading a card answered " + status);
      }
    }

    void add(Answers other) {
      accepted.addAll(other.accepted);
      refused.addAll(other.refused);
      hanging += other.hanging;
    }

    double accepted(double part) {
      return quantile(accepted, part);
    }

    double refused(double part) {
      return quantile(refused, part);
    }

    private static double quantile(List<Double> all, double part) {
      if (all.isEmpty()) {
        return Double.NaN;
      }
      List<Double> sorted = new ArrayList<>(all);
      Collections.sort(sorted);
      return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
    }
  }
}
