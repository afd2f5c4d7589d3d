package io.familiarface.bench;

import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * From the answer that a visit is completed until the risk that is read has it in it, when idle.
 */
final class RiskLatency implements Bench.Part {
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final RunningSystem system;
  private final Workload workload;

  RiskLatency(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    ImportedVisits work = ImportedVisits.due(workload.watchedVisits(), "risk", system);
    system.awaitQuiet(Duration.ofMinutes(5));
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < workload.watchedVisits(); i++) {
      millis.add(completeAndWait(work.nextDue()));
      Thread.sleep(50);
    }
    List<Double> sorted = millis.stream().sorted().toList();
    String how = "%d visits, one after the other; every 2 ms looked again".formatted(sorted.size());
    report.add(
        Measurement.atMost(
            "commit to readable risk, median", sorted.get(sorted.size() / 2), "ms", 100, how));
    int p99 = (int) Math.ceil(sorted.size() * 0.99) - 1;
    report.add(Measurement.atMost("commit to readable risk, p99", sorted.get(p99), "ms", 500, how));
  }

  private double completeAndWait(String visit) throws InterruptedException {
    ServiceClient jobs = system.client(Service.JOBS);
    String customer = jobs.get("/v1/visits/" + visit).json().get("customerId").asText();
    int before = completed(customer);
    ServiceResponse answer =
        jobs.send(
            "POST",
            "/v1/visits/" + visit + "/completion",
            "{}",
            Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    if (!answer.isSuccess()) {
      throw new IllegalStateException(answer.toString());
    }
    long committed = System.nanoTime();
    while (completed(customer) == before) {
      if (System.nanoTime() - committed > AT_MOST.toNanos()) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "visit %s was not in the risk after %s", visit, AT_MOST));
      }
      Thread.sleep(2);
    }
    return (System.nanoTime() - committed) / 1e6;
  }

  private int completed(String customer) {
    return system
        .client(Service.FEEDBACK)
        .get("/v1/customers/" + customer + "/risk")
        .json()
        .at("/service/completed")
        .asInt();
  }
}
