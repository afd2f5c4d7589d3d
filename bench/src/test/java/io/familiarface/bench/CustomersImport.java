package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A list of a million customers into a service whose heap has 256 MB, beside COPY. */
final class CustomersImport implements Bench.Part {
  private static final double AIM = 1.0 / 3;

  private final RunningSystem system;
  private final Workload workload;

  CustomersImport(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  @Override
  public void measure(Report report) throws Exception {
    Path list = system.folder().resolve("customers.ndjson");
    write(list, workload.customers());
    ImportBesideCopy.Result result =
        new ImportBesideCopy(system, Service.CUSTOMERS)
            .measure(list, "/v1/customers/import", workload.customers());
    String customers = "%,d customers imported".formatted(result.created());
    report.add(
        Measurement.atLeast(
            customers + ", against COPY of all rows that came of it",
            result.allCopied() / result.seconds(),
            "×",
            AIM,
            "%.0f s, that is %,.0f a second; COPY into %s with their indexes and foreign keys %.0f s, without foreign keys %.0f s"
                .formatted(
                    result.seconds(),
                    result.rate(),
                    String.join(", ", result.copied().keySet()),
                    result.allCopied(),
                    result.withoutForeignKeys())));
    if (result.memory().isPresent()) {
      report.add(
          Measurement.atMost(
              "customers-service, resident right after that",
              result.memory().getAsDouble(),
              "MB",
              512,
              "VmRSS; its heap has 256 MB at most"));
    }
  }

  private static void write(Path list, int customers) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(list)) {
      for (int n = 1; n <= customers; n++) {
        lines.write(
            """
            {"externalId":"IMPORT-%1$d","kind":"HOUSEHOLD","name":"Person %2$s","phone":"+1802%3$07d","email":"p%1$d@example.com","branch":"branch %4$d","address":{"line1":"%1$d Elm Street","city":"Burlington","postalCode":"05401"}}
            """
                .formatted(n, Integer.toString(n + 40_000, 36), 2_000_000 + n % 7_999_999, n % 5));
      }
    }
  }
}
