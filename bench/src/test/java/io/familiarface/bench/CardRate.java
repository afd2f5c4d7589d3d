package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What anyone must know before contact, of customers with some thirty visits. */
final class CardRate implements Bench.Part {
  private static final int VISITS = 3_000;

  private final RunningSystem system;
  private final Workload workload;

  CardRate(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    List<String> customers = DueVisits.of(VISITS, "card", system).customers();
    Baseline baseline = Baseline.on(system);
    system.awaitQuiet(Duration.ofMinutes(5));
    reading(customers, 8);
    for (int clients : new int[] {8, 32}) {
      AlternatingRuns.Result result =
          new AlternatingRuns(workload.rounds())
              .run(
                  () -> reading(customers, clients),
                  () -> baseline.customerWithVisits(clients, workload.round()));
      report.add(
          Measurement.atLeast(
              "reading a card against selecting a customer with 20 visits, %d clients"
                  .formatted(clients),
              result.ratio(),
              "×",
              0.3,
              result.inWords(baseline.name())));
    }
  }

  private double reading(List<String> customers, int clients) throws Exception {
    return ConcurrentClients.rate(
        clients,
        workload.round(),
        system.port(Service.CUSTOMERS),
        system.token(),
        connection -> {
          int any = ThreadLocalRandom.current().nextInt(customers.size());
          int status = connection.get("/v1/customers/" + customers.get(any) + "/card");
          if (status != 200) {
            throw new IllegalStateException("reading a card answered " + status);
          }
          return true;
        });
  }
}
