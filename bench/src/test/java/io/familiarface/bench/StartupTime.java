package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long until everything is ready, and how much memory it then has. */
final class StartupTime implements Bench.Part {
  private final RunningSystem system;
  private final Workload workload;

  StartupTime(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  /** Leaves the system running. */
  @Override
  public void measure(Report report) throws Exception {
    List<Double> again = new ArrayList<>();
    double first = system.start();
    System.out.printf("  first start, with its databases: %.1f s%n", first);
    for (int i = 1; i < workload.starts(); i++) {
      system.stop();
      again.add(system.start());
      System.out.printf("  start %d: %.1f s%n", i + 1, again.get(i - 1));
    }
    Collections.sort(again);
    report.add(
        Measurement.atMost(
            "PostgreSQL and three services ready",
            again.get(again.size() / 2),
            "s",
            6,
            "median of %d starts on data that are there; the first took %.1f s"
                .formatted(workload.starts() - 1, first)));
    for (Service service : Service.values()) {
      report.add(
          Measurement.atMost(
              service.fullName() + ", resident when ready",
              system.memory(service),
              "MB",
              250,
              "VmRSS"));
    }
  }
}
