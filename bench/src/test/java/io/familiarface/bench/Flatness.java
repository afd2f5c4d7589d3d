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
      Map<String, Double> before = rates(yardstick);
      for (Service service : Service.values()) {
        new MultipliedRows(system.database(service), workload.times()).make();
      }
      Map<String, Double> after = rates(yardstick);
      String visits =
          "among %,d visits against among %,d".formatted(few * (long) workload.times(), few);
      before.forEach(
          (name, rate) ->
              report.add(
                  Measurement.atMost(
                      name + " " + visits,
                      rate / after.get(name),
                      "×",
                      AIM,
                      "time a request, both by the yardstick's of the same minutes")));
    }
  }

  /** Of each request, as a part of the yardstick's. */
  private Map<String, Double> rates(Yardstick yardstick) throws Exception {
    List<String> customers = sample(Service.CUSTOMERS, "select id from customer", 5_000);
    ConcurrentLinkedQueue<String> due =
        new ConcurrentLinkedQueue<>(
            sample(
                Service.JOBS,
                "select id from visit where state = 'PLANNED' and scheduled_at < now()",
                workload.fewVisits() / 2));
    List<Contender> all = new ArrayList<>();
    all.add(reading(Service.CUSTOMERS, "card", () -> "/v1/customers/" + any(customers) + "/card"));
    all.add(reading(Service.CUSTOMERS, "page of 50 customers", () -> "/v1/customers?limit=50"));
    all.add(reading(Service.FEEDBACK, "risk", () -> "/v1/customers/" + any(customers) + "/risk"));
    all.add(
        Contender.yardstick(() -> ask(yardstick.port(), http -> http.get("/customers/1") == 200)));
    MirroredRounds rounds =
        new MirroredRounds(workload.rounds(), 1, () -> system.processorTime(yardstick));
    Map<Contender, Cost> costs = new LinkedHashMap<>(rounds.run(all));
    Contender completing = completing(due);
    costs.putAll(
        new MirroredRounds(1, 1, () -> system.processorTime(yardstick)).run(List.of(completing)));
    double smallest =
        costs.entrySet().stream()
            .filter(each -> each.getKey().name().equals(Yardstick.NAME))
            .mapToDouble(each -> each.getValue().rate())
            .findFirst()
            .orElseThrow();
    Map<String, Double> rates = new LinkedHashMap<>();
    costs.forEach((contender, cost) -> rates.put(contender.name(), cost.rate() / smallest));
    rates.remove(Yardstick.NAME);
    return rates;
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
