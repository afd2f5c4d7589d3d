package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** What requests cost among ten thousand visits and among a hundred times as many. */
final class Flatness implements Bench.Part {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int CLIENTS = 8;
  private static final double AIM = 1.2;

  private final RunningSystem system;
  private final Workload workload;

  Flatness(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Baseline.on(system);
    int few = workload.fewVisits();
    ImportedVisits.completed(few / 2, "flat-past", system);
    ImportedVisits.due(few / 2, "flat-due", system);
    system.awaitQuiet(PATIENCE);
    try (Yardstick yardstick = system.startYardstick()) {
      yardstick.awaitReady();
      Map<String, Cost> before = costs(yardstick);
      for (Service service : Service.values()) {
        new MultipliedRows(system.database(service), workload.times()).make();
      }
      Map<String, Cost> after = costs(yardstick);
      String visits =
          "among %,d visits against among %,d".formatted(few * (long) workload.times(), few);
      before.forEach(
          (name, cost) -> {
            Cost later = after.get(name);
            report.add(
                Measurement.atMost(
                    name + " " + visits,
                    processorTime(later) / processorTime(cost),
                    "×",
                    AIM,
                    "processor time of the service and its database; %.0f a second against %.0f"
                        .formatted(later.rate(), cost.rate())));
          });
    }
  }

  private static double processorTime(Cost cost) {
    return cost.service() + cost.database();
  }

  private Map<String, Cost> costs(Yardstick yardstick) throws Exception {
    List<String> customers = sample(Service.CUSTOMERS, "select id from customer", 5_000);
    ConcurrentLinkedQueue<String> due =
        new ConcurrentLinkedQueue<>(
            sample(
                Service.JOBS,
                "select id from visit where state = 'PLANNED' and scheduled_at < now()",
                workload.fewVisits() / 4));
    List<Contender> all = new ArrayList<>();
    all.add(reading(Service.CUSTOMERS, "card", () -> "/v1/customers/" + any(customers) + "/card"));
    all.add(reading(Service.CUSTOMERS, "page of 50 customers", () -> "/v1/customers?limit=50"));
    all.add(reading(Service.FEEDBACK, "risk", () -> "/v1/customers/" + any(customers) + "/risk"));
    MirroredRounds.Clock clock = () -> system.processorTime(yardstick);
    Map<Contender, Cost> costs =
        new LinkedHashMap<>(
            new MirroredRounds(workload.rounds(), workload.rounds(), clock).run(all));
    costs.putAll(new MirroredRounds(1, 1, clock).run(List.of(completing(due))));
    Map<String, Cost> named = new LinkedHashMap<>();
    costs.forEach((contender, cost) -> named.put(contender.name(), cost));
    return named;
  }

  private Contender completing(ConcurrentLinkedQueue<String> due) {
    return Contender.of(
        Service.JOBS,
        "completing a visit",
        () -> {
          Contender.Turn turn =
              ask(
                  system.port(Service.JOBS),
                  http -> {
                    String visit = due.poll();
                    return visit != null
                        && http.post(
                                "/v1/visits/" + visit + "/completion",
                                UUID.randomUUID().toString(),
                                "{\"onTime\":true}")
                            == 201;
                  });
          system.awaitQuiet(PATIENCE);
          return turn;
        });
  }

  private Contender reading(Service service, String name, Path path) {
    return Contender.of(
        service, name, () -> ask(system.port(service), http -> read(http, path.next())));
  }

  private static boolean read(HttpConnection http, String path) throws IOException {
    int status = http.get(path);
    if (status != 200) {
      throw new IllegalStateException(path + " answered " + status);
    }
    return true;
  }

  private Contender.Turn ask(int port, ConcurrentClients.Request request) throws Exception {
    return ConcurrentClients.ask(CLIENTS, workload.round(), port, system.token(), request);
  }

  private static String any(List<String> all) {
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  private List<String> sample(Service service, String query, int most) throws SQLException {
    PostgresDatabase database = system.database(service);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query + " order by random() limit " + most)) {
      List<String> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }

  private interface Path {
    String next();
  }
}
