package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long until everything is ready, beside three of the smallest service started together; how
 * long until it has ended; and how much memory it has when it is ready.
 */
final class StartupTime implements Bench.Part {
  private static final int YARDSTICKS = 3;

  private final RunningSystem system;
  private final Workload workload;

  StartupTime(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  /** Leaves the system running. */
  @Override
  public void measure(Report report) throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> smallest = new ArrayList<>();
    List<Double> stops = new ArrayList<>();
    double first = system.start();
    System.out.printf("  first start, with its databases: %.1f s%n", first);
    Baseline.on(system);
    for (int i = 1; i < workload.starts(); i++) {
      smallest.add(startYardsticks());
      long began = System.nanoTime();
      system.stop();
      stops.add(secondsSince(began));
      ours.add(system.start());
      smallest.add(startYardsticks());
      System.out.printf(
          "  stop %.1f s, start %.1f s, three yardsticks %.1f s%n",
          stops.get(i - 1), ours.get(i - 1), smallest.get(smallest.size() - 1));
    }
    double ready = median(ours);
    double yardsticks = median(smallest);
    report.add(
        Measurement.atMost(
            "PostgreSQL and three services ready",
            ready,
            "s",
            6,
            "median of %d starts on data that are there".formatted(ours.size())));
    report.add(
        Measurement.atMost(
            "ready, against three yardsticks started together",
            ready / yardsticks,
            "×",
            2,
            "theirs: %.2f s, beside a PostgreSQL that runs".formatted(yardsticks)));
    report.add(
        Measurement.atMost(
            "the first start of a build, against later ones",
            first / ready,
            "×",
            1.3,
            "%.1f s, with the making of the databases".formatted(first)));
    report.add(Measurement.atMost("stopped", median(stops), "s", 5, "median of " + stops.size()));
    for (Service service : Service.values()) {
      OptionalDouble memory = system.memory(service);
      if (memory.isPresent()) {
        report.add(
            Measurement.atMost(
                service.fullName() + ", resident when ready",
                memory.getAsDouble(),
                "MB",
                200,
                "VmRSS"));
      }
    }
  }

  private double startYardsticks() throws IOException, InterruptedException {
    List<Yardstick> all = new ArrayList<>();
    try {
      long began = System.nanoTime();
      for (int i = 0; i < YARDSTICKS; i++) {
        all.add(system.startYardstick());
      }
      for (Yardstick one : all) {
        one.awaitReady();
      }
      return secondsSince(began);
    } finally {
      all.forEach(Yardstick::close);
    }
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static double median(List<Double> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }
}
