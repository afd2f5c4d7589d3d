package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What requests cost, in turns with the smallest service there is and with bare statements on the
 * same server. While visits are completed, the other two services listen.
 */
final class RequestCosts implements Bench.Part {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int READ_VISITS = 3_000;
  private static final int WARM_UPS_OF_MANY = 5;
  private static final int A_SECOND_AT_MOST = 600;
  private static final int FEW = 8;
  private static final int MANY = 32;

  private static final String COMPLETING = "completing a visit";
  private static final String CARD = "card";

  private final RunningSystem system;
  private final Workload workload;

  RequestCosts(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Baseline bare = Baseline.on(system);
    ImportedVisits read = ImportedVisits.completed(READ_VISITS, "read", system);
    ImportedVisits due = ImportedVisits.due(visitsToComplete(), "complete", system);
    system.awaitQuiet(PATIENCE);
    try (Yardstick yardstick = system.startYardstick()) {
      yardstick.awaitReady();
      for (int clients : new int[] {FEW, MANY}) {
        MirroredRounds rounds =
            new MirroredRounds(
                workload.rounds(), warmUps(clients), () -> system.processorTime(yardstick));
        List<Contender> writes = new ArrayList<>();
        writes.add(completing(due, clients));
        if (clients == FEW) {
          writes.add(feedback(read, clients));
        }
        writes.add(Contender.yardstick(() -> postToYardstick(yardstick, clients)));
        writes.add(
            Contender.bareStatements(
                bare.name(), () -> turn(bare.twoRows(clients, workload.round()))));
        add(report, clients, rounds.run(writes), yardstick, bare);
        List<Contender> reads = new ArrayList<>(reads(read, clients));
        reads.add(Contender.yardstick(() -> getFromYardstick(yardstick, clients)));
        reads.add(
            Contender.bareStatements(
                bare.name(), () -> turn(bare.customerWithVisits(clients, workload.round()))));
        add(report, clients, rounds.run(reads), yardstick, bare);
      }
    }
  }

  /**
   * Before that the second compiler has not yet seen to what a request needs. Many clients come
   * after few, and ask for the same.
   */
  private int warmUps(int clients) {
    return clients == MANY ? WARM_UPS_OF_MANY : (int) workload.warmUp().dividedBy(workload.round());
  }

  /** Two turns in each round, and those to warm up, for few clients and for many. */
  private int visitsToComplete() {
    int turns = 2 * 2 * workload.rounds() + warmUps(FEW) + warmUps(MANY);
    return (int) (turns * Math.max(1, workload.round().toSeconds()) * A_SECOND_AT_MOST);
  }

  private List<Contender> reads(ImportedVisits of, int clients) {
    Contender card =
        reading(Service.CUSTOMERS, CARD, clients, () -> "/v1/customers/" + of.customer() + "/card");
    if (clients == MANY) {
      return List.of(card);
    }
    return List.of(
        card,
        reading(Service.CUSTOMERS, "page of 50 customers", clients, () -> "/v1/customers?limit=50"),
        reading(
            Service.FEEDBACK, "risk", clients, () -> "/v1/customers/" + of.customer() + "/risk"),
        reading(Service.JOBS, "visit", clients, () -> "/v1/visits/" + of.visit()),
        reading(
            Service.JOBS, "job sheet", clients, () -> "/v1/visits/" + of.visit() + "/job-sheet"));
  }

  private void add(
      Report report, int clients, Map<Contender, Cost> costs, Yardstick yardstick, Baseline bare)
      throws IOException {
    double smallest = rate(costs, Yardstick.NAME);
    double statements = rate(costs, bare.name());
    for (Map.Entry<Contender, Cost> each : costs.entrySet()) {
      String name = each.getKey().name();
      Cost cost = each.getValue();
      report.add(
          new RequestRow(
              name,
              clients,
              cost,
              cost.rate() / smallest,
              cost.rate() / statements,
              memory(each.getKey(), yardstick)));
      if (name.equals(COMPLETING)) {
        addRatios(report, name, clients, cost.rate(), smallest, 0.25, statements, 0.15);
      } else if (name.equals(CARD)) {
        addRatios(report, name, clients, cost.rate(), smallest, 0.4, statements, 0.1);
      }
    }
  }

  private static void addRatios(
      Report report,
      String name,
      int clients,
      double rate,
      double smallest,
      double aimSmallest,
      double statements,
      double aimStatements) {
    String what = "%s, %d clients, against ".formatted(name, clients);
    report.add(
        Measurement.atLeast(
            what + "the yardstick",
            rate / smallest,
            "×",
            aimSmallest,
            "%,.0f a second against %,.0f".formatted(rate, smallest)));
    report.add(
        Measurement.atLeast(
            what + "bare statements",
            rate / statements,
            "×",
            aimStatements,
            "%,.0f a second against %,.0f".formatted(rate, statements)));
  }

  private static double rate(Map<Contender, Cost> costs, String name) {
    return costs.entrySet().stream()
        .filter(each -> each.getKey().name().equals(name))
        .mapToDouble(each -> each.getValue().rate())
        .findFirst()
        .orElseThrow();
  }

  private OptionalDouble memory(Contender contender, Yardstick yardstick) throws IOException {
    if (contender.service().isEmpty()) {
      return OptionalDouble.empty();
    }
    if (contender.name().equals(Yardstick.NAME)) {
      return ProcessMemory.residentMegabytes(yardstick.pid());
    }
    for (Service service : Service.values()) {
      if (contender.service().get().equals(service.fullName())) {
        return system.memory(service);
      }
    }
    return OptionalDouble.empty();
  }

  private Contender completing(ImportedVisits due, int clients) {
    return writing(
        Service.JOBS,
        COMPLETING,
        clients,
        connection -> {
          String visit = due.nextDue();
          return visit == null
              ? 0
              : connection.post("/v1/visits/" + visit + "/completion", key(), "{\"onTime\":true}");
        });
  }

  private Contender feedback(ImportedVisits of, int clients) {
    return writing(
        Service.FEEDBACK,
        "feedback",
        clients,
        connection ->
            connection.post(
                "/v1/feedback",
                key(),
                "{\"customerId\":\""
                    + of.customer()
                    + "\",\"csat\":4,\"text\":\"All went well.\"}"));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** What the others still have to hear belongs to the turn that told it. */
  private Contender writing(Service service, String name, int clients, Exchange exchange) {
    return Contender.of(
        service,
        name,
        () -> {
          Contender.Turn turn = ask(system.port(service), clients, name, exchange, 201);
          system.awaitQuiet(PATIENCE);
          return turn;
        });
  }

  private Contender reading(Service service, String name, int clients, Path path) {
    return Contender.of(
        service,
        name,
        () -> ask(system.port(service), clients, name, http -> http.get(path.next()), 200));
  }

  private Contender.Turn postToYardstick(Yardstick yardstick, int clients) throws Exception {
    return ask(
        yardstick.port(),
        clients,
        Yardstick.NAME,
        http ->
            http.post(
                "/visits", key(), "{\"agreementId\":\"" + key() + "\",\"state\":\"COMPLETED\"}"),
        201);
  }

  private Contender.Turn getFromYardstick(Yardstick yardstick, int clients) throws Exception {
    return ask(
        yardstick.port(),
        clients,
        Yardstick.NAME,
        http ->
            http.get(
                "/customers/" + ThreadLocalRandom.current().nextInt(1, Baseline.CUSTOMERS + 1)),
        200);
  }

  private Contender.Turn turn(double rate) {
    double seconds = workload.round().toMillis() / 1000.0;
    return new Contender.Turn(rate * seconds, seconds);
  }

  private Contender.Turn ask(int port, int clients, String name, Exchange exchange, int expected)
      throws Exception {
    return ConcurrentClients.ask(
        clients,
        workload.round(),
        port,
        system.token(),
        connection -> {
          int status = exchange.status(connection);
          if (status != expected && status != 0) {
            throw new IllegalStateException(name + " answered " + status);
          }
          return status != 0;
        });
  }

  /** A request and the status of its answer; 0 when there is nothing left to ask. */
  private interface Exchange {
    int status(HttpConnection connection) throws IOException;
  }

  private interface Path {
    String next();
  }
}
