package io.familiarface.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures everything, or the parts that were asked for, one after the other. */
public final class Bench {
  private Bench() {}

  /** A part of the run; what it learns it adds to the report. */
  interface Part {
    void measure(Report report) throws Exception;
  }

  public static void main(String[] args) throws IOException {
    boolean quick = List.of(args).contains("--quick");
    SelectedParts selected;
    try {
      selected = SelectedParts.from(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path root = Path.of(System.getProperty("familiar.root"));
    Report report = new Report(root.resolve("bench/results"), selected.suffix(quick));
    Workload usual = quick ? Workload.quick() : Workload.full();
    Workload workload =
        selected.secondsATurn().isPresent()
            ? usual.withRound(Duration.ofSeconds(selected.secondsATurn().getAsInt()))
            : usual;
    if (selected.lines().isPresent()) {
      workload = workload.withLines(selected.lines().getAsInt());
    }
    if (selected.needsSystem()) {
      inSystem(selected, root, workload, report);
    }
    attempt(selected, "plan", new PlanTime(root, workload), report);
    attempt(selected, "engine", new EngineSpeed(workload), report);
    attempt(selected, "learning", new TrainingTime(workload), report);
    attempt(selected, "quality", new ModelQuality(workload), report);
    System.out.println("Written to " + report.file());
    System.exit(report.isWhole() ? 0 : 1);
  }

  private static void inSystem(SelectedParts selected, Path root, Workload workload, Report report)
      throws IOException {
    try (RunningSystem system = RunningSystem.create(root)) {
      Path logs = root.resolve("bench/target/logs");
      if (selected.has("start")) {
        attempt(
            selected, "start", withLogs(logs, system, new StartupTime(system, workload)), report);
      } else {
        system.start();
      }
      attempt(
          selected,
          "import",
          withLogs(logs, system, new ImportTime(root, system, workload)),
          report);
      attempt(
          selected, "requests", withLogs(logs, system, new RequestCosts(system, workload)), report);
      attempt(selected, "overload", withLogs(logs, system, new Overload(system, workload)), report);
      attempt(selected, "risk", withLogs(logs, system, new RiskLatency(system, workload)), report);
      attempt(selected, "card", withLogs(logs, system, new CardAlone(system)), report);
      attempt(
          selected, "compilers", withLogs(logs, system, new Compilers(system, workload)), report);
      attempt(
          selected,
          "accounting",
          withLogs(logs, system, new AccountingSpeed(system, workload)),
          report);
      attempt(selected, "flat", withLogs(logs, system, new Flatness(system, workload)), report);
      attempt(
          selected,
          "customers-import",
          withLogs(logs, system, new CustomersImport(system, workload)),
          report);
      attempt(
          selected,
          "visits-import",
          withLogs(logs, system, new VisitsImport(system, workload)),
          report);
      attempt(
          selected, "search", withLogs(logs, system, new SearchSpeed(system, workload)), report);
      attempt(
          selected, "insights", withLogs(logs, system, new InsightSpeed(system, workload)), report);
    } catch (RuntimeException e) {
      report.failed("the running system", e);
    }
  }

  /** A part that keeps what the services had to say when it fails. */
  private static Part withLogs(Path logs, RunningSystem system, Part part) {
    return report -> {
      try {
        part.measure(report);
      } catch (Exception e) {
        system.keepLogs(logs);
        System.out.println("What the services wrote is kept in " + logs);
        throw e;
      }
    };
  }

  private static void attempt(SelectedParts selected, String name, Part part, Report report) {
    if (!selected.has(name)) {
      return;
    }
    System.out.println("- " + name);
    try {
      part.measure(report);
    } catch (Exception e) {
      report.failed(name, e);
    }
  }
}
