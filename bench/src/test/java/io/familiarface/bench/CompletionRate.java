package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.time.Duration;
import java.util.UUID;

/** A visit completed over HTTP, with its event, its idempotency key and its audit entry. */
final class CompletionRate implements Bench.Part {
  private static final int A_SECOND_AT_MOST = 1_200;

  private final RunningSystem system;
  private final Workload workload;

  CompletionRate(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    int turns = 2 * workload.rounds() + 1;
    int visits = (int) (turns * workload.round().toSeconds() * A_SECOND_AT_MOST);
    DueVisits work = DueVisits.of(visits, "complete", system);
    Baseline baseline = Baseline.on(system);
    completing(work, 8);
    for (int clients : new int[] {8, 32}) {
      AlternatingRuns.Result result =
          new AlternatingRuns(workload.rounds())
              .run(
                  () -> completing(work, clients),
                  () -> baseline.twoRows(clients, workload.round()));
      report.add(
          Measurement.atLeast(
              "completing a visit against two bare rows, %d clients".formatted(clients),
              result.ratio(),
              "×",
              0.35,
              result.inWords(baseline.name())));
    }
  }

  private double completing(DueVisits work, int clients) throws Exception {
    // What the others still have to hear of the last turn is not to weigh on the next.
    system.awaitQuiet(Duration.ofMinutes(5));
    double rate =
        ConcurrentClients.rate(
            clients,
            workload.round(),
            system.port(Service.JOBS),
            system.token(),
            connection -> {
              String visit = work.nextDue();
              if (visit == null) {
                return false;
              }
              int status =
                  connection.post(
                      "/v1/visits/" + visit + "/completion",
                      UUID.randomUUID().toString(),
                      "{\"onTime\":true}");
              if (status != 201) {
                throw new IllegalStateException("completing answered " + status);
              }
              return true;
            });
    system.awaitQuiet(Duration.ofMinutes(5));
    return rate;
  }
}
