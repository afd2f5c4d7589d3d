package io.familiarface.feed.bench;

import io.familiarface.feed.testing.FeedDatabase;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Writers that change a row and publish an event in one transaction, and one reader.
 *
 * @param perSecond events per second of all writers together; 0 for as many as they can
 */
record Load(int writers, int perSecond, int seconds) {
  private static final String DATA =
      "{\"visitId\":\"0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21\",\"revision\":3,\"words\":\"%s\"}"
          .formatted("x".repeat(300));

  /** Events written per second, their way from commit to reader, and how many never came. */
  record Outcome(double eventsPerSecond, double medianMs, double p99Ms, long lost) {}

  Outcome run(Numbering numbering, FeedDatabase database) throws Exception {
    database.execute(
        """
        create table bench_customer (id int primary key, visits int not null);
        insert into bench_customer select n, 0 from generate_series(0, 9999) as n
        """);
    Map<UUID, Long> committed = new ConcurrentHashMap<>();
    Map<UUID, Long> arrived = new ConcurrentHashMap<>();
    var executor = Executors.newCachedThreadPool();
    var start = System.nanoTime();
    var end = start + seconds * 1_000_000_000L;
    var writing = new ArrayList<Future<?>>();
    for (var writer = 0; writer < writers; writer++) {
      var offset = writer * pause() / writers;
      writing.add(executor.submit(writer(numbering, database, start + offset, end, committed)));
    }
    var reading = executor.submit(reader(numbering, end, committed, arrived));
    for (var writer : writing) {
      writer.get();
    }
    var took = System.nanoTime() - start;
    reading.get();
    executor.shutdown();
    return outcome(committed, arrived, took);
  }

  private long pause() {
    return perSecond == 0 ? 0 : writers * 1_000_000_000L / perSecond;
  }

  private Callable<Void> writer(
      Numbering numbering, FeedDatabase database, long start, long end, Map<UUID, Long> committed) {
    return () -> {
      for (var next = start; System.nanoTime() < end; next += pause()) {
        LockSupport.parkNanos(next - System.nanoTime());
        var customer = ThreadLocalRandom.current().nextInt(10_000);
        var id = new UUID[1];
        database.transaction(
            connection -> {
              try (var statement =
                  connection.prepareStatement(
                      "update bench_customer set visits = visits + 1 where id = ?")) {
                statement.setInt(1, customer);
                statement.executeUpdate();
              }
              id[0] = numbering.append(connection, "c" + customer, DATA);
            });
        committed.put(id[0], System.nanoTime());
        numbering.committed();
      }
      return null;
    };
  }

  /** Reads until nothing has come for two seconds after the last write. */
  private static Callable<Void> reader(
      Numbering numbering, long end, Map<UUID, Long> committed, Map<UUID, Long> arrived) {
    return () -> {
      var quiet = end;
      while (System.nanoTime() - quiet < 2_000_000_000L) {
        var ids = numbering.read();
        var now = System.nanoTime();
        ids.forEach(id -> arrived.put(id, now));
        quiet = ids.isEmpty() ? quiet : Math.max(now, end);
      }
      return null;
    };
  }

  private static Outcome outcome(
      Map<UUID, Long> committed, Map<UUID, Long> arrived, long tookNanos) {
    var latencies =
        committed.entrySet().stream()
            .filter(event -> arrived.containsKey(event.getKey()))
            // A reader may have it before its writer has heard that the commit is done.
            .mapToDouble(e -> Math.max(0, arrived.get(e.getKey()) - e.getValue()) / 1e6)
            .sorted()
            .toArray();
    return new Outcome(
        committed.size() / (tookNanos / 1e9),
        latencies[latencies.length / 2],
        latencies[latencies.length * 99 / 100],
        committed.size() - latencies.length);
  }
}
