package io.familiarface.bench;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pure engine: visit events a second and core, and how large a customer's state is. */
final class EngineSpeed implements Bench.Part {
  private final Workload workload;

  EngineSpeed(Workload workload) {
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws RunnerException {
    Collection<RunResult> results = new Runner(options().build()).run();
    double few = rate(results, "10");
    double many = rate(results, "10000");
    String how = "JMH, one thread, %d fork(s)".formatted(workload.forks());
    report.add(
        Measurement.atLeast(
            "visit events in the engine, a second and core", few, "", 1_000_000, how));
    report.add(
        Measurement.atMost(
            "an event after 10,000 visits against one after 10",
            few / many,
            "×",
            1.2,
            String.format(Locale.ROOT, "JMH, %,.0f a second after 10,000", many)));
    stateSize(report);
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(EngineBenchmark.class.getName()).forks(workload.forks());
    return workload.forks() > 1
        ? options
        : options
            .warmupTime(TimeValue.milliseconds(300))
            .measurementTime(TimeValue.milliseconds(300));
  }

  private static double rate(Collection<RunResult> results, String visitsBefore) {
    return results.stream()
        .filter(result -> result.getParams().getParam("visitsBefore").equals(visitsBefore))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  private static void stateSize(Report report) {
    RiskEngine engine = new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
    IntSummaryStatistics bytes =
        SimulatedCompany.of(World.pestControl(), 7, 1_000, 36, 60).customers().stream()
            .mapToInt(customer -> engine.replay(customer.signals()).encode().length)
            .summaryStatistics();
    report.add(
        Measurement.atMost(
            "state of a customer, the largest",
            bytes.getMax(),
            "bytes",
            2_048,
            String.format(
                Locale.ROOT,
                "as it is stored, of %d simulated customers over 36 months; %.0f on average",
                bytes.getCount(),
                bytes.getAverage())));
  }
}
