package io.familiarface.bench;

import java.io.IOException;
import java.nio.file.Path;
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
    Chosen chosen;
    try {
      chosen = Chosen.from(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path root = Path.of(System.getProperty("familiar.root"));
    Report report = new Report(root.resolve("bench/results"), chosen.suffix(quick));
    Sizes sizes = quick ? Sizes.quick() : Sizes.full();
    if (chosen.needsSystem()) {
      inSystem(chosen, root, sizes, report);
    }
    attempt(chosen, "engine", new Engine(sizes), report);
    attempt(chosen, "learning", new LearningInOneGigabyte(sizes), report);
    attempt(chosen, "quality", new LearnedQuality(sizes), report);
    System.out.println("Written to " + report.file());
    System.exit(report.isWhole() ? 0 : 1);
  }

  private static void inSystem(Chosen chosen, Path root, Sizes sizes, Report report)
      throws IOException {
    try (RunningSystem system = RunningSystem.create(root)) {
      Path logs = root.resolve("bench/target/logs");
      if (chosen.has("start")) {
        attempt(chosen, "start", withLogs(logs, system, new Starting(system, sizes)), report);
      } else {
        system.start();
      }
      attempt(chosen, "import", withLogs(logs, system, new Importing(root, system, sizes)), report);
      attempt(
          chosen,
          "completing",
          withLogs(logs, system, new CompletingVisits(system, sizes)),
          report);
      attempt(chosen, "cards", withLogs(logs, system, new ReadingCards(system, sizes)), report);
      attempt(chosen, "risk", withLogs(logs, system, new RiskAfterCommit(system, sizes)), report);
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

  private static void attempt(Chosen chosen, String name, Part part, Report report) {
    if (!chosen.has(name)) {
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
