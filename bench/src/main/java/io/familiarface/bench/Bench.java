package io.familiarface.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures everything, one part after the other. */
public final class Bench {
  private Bench() {}

  /** A part of the run; what it learns it adds to the report. */
  interface Part {
    void measure(Report report) throws Exception;
  }

  public static void main(String[] args) throws IOException {
    boolean quick = List.of(args).contains("--quick");
    Path root = Path.of(System.getProperty("familiar.root"));
    Report report = new Report(root.resolve("bench/results"), quick);
    Sizes sizes = quick ? Sizes.quick() : Sizes.full();
    try (RunningSystem system = RunningSystem.create(root)) {
      attempt("start", new Starting(system, sizes), report);
      attempt("import", new Importing(root, system, sizes), report);
      attempt("completing visits", new CompletingVisits(system, sizes), report);
      attempt("reading cards", new ReadingCards(system, sizes), report);
      attempt("risk", new RiskAfterCommit(system, sizes), report);
    } catch (RuntimeException e) {
      report.failed("the running system", e);
    }
    attempt("engine", new Engine(sizes), report);
    attempt("learning", new LearningInOneGigabyte(sizes), report);
    System.out.println("Written to " + report.file());
    System.exit(report.isWhole() ? 0 : 1);
  }

  private static void attempt(String name, Part part, Report report) {
    System.out.println("- " + name);
    try {
      part.measure(report);
    } catch (Exception e) {
      report.failed(name, e);
    }
  }
}
