package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The owner's spreadsheet, by the command that the owner uses, into services just started. */
final class ImportTime implements Bench.Part {
  private final Path root;
  private final RunningSystem system;
  private final Workload workload;

  ImportTime(Path root, RunningSystem system, Workload workload) {
    this.root = root;
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Path list = system.folder().resolve("visits.csv");
    VisitsSpreadsheet.write(list, workload.importedVisits());
    long began = System.nanoTime();
    int status = importing(list);
    double imported = secondsSince(began);
    if (status != 0) {
      throw new IllegalStateException("familiar import ended with " + status);
    }
    system.awaitQuiet(Duration.ofMinutes(10));
    double assessed = secondsSince(began) - imported;
    String lines = "%,d".formatted(workload.importedVisits());
    report.add(
        Measurement.atMost(
            lines + " visits imported",
            imported,
            "s",
            120,
            "`familiar import` of a spreadsheet, with all its checks, into services just started"));
    report.add(
        Measurement.atMost(
            lines + " imported visits assessed",
            assessed,
            "s",
            60,
            "from the end of the import until no service has anything left to hear"));
    for (Service service : Service.values()) {
      System.out.printf(
          "  %s now has %.0f MB%n", service.fullName(), system.memory(service).orElse(Double.NaN));
    }
  }

  private int importing(Path list) throws IOException, InterruptedException {
    Path log = system.folder().resolve("import.log");
    int status =
        new ProcessBuilder(
                root.resolve("familiar").toString(),
                "import",
                list.toString(),
                "--data",
                system.folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      Files.readAllLines(log).stream().skip(0).limit(40).forEach(System.out::println);
    }
    return status;
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
