package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The history of a company, kind by kind as another system exports it, into jobs-service, whose
 * heap has 256 MB: agreements, forty months of their visits in order of time, the cancellations of
 * half of them, and technicians.
 */
final class VisitsImport implements Bench.Part {
  private static final int MONTHS = 40;

  /** So many make all visits; the others are there to see what a technician's line costs. */
  private static final int TECHNICIANS = 100;

  private static final int FEWEST_TECHNICIANS = 1_000;
  private static final double SHARE_OF_COPY = 1.0 / 3;

  /** Lines a second with which an import is quick enough, whatever COPY does. */
  private static final double QUICK_ENOUGH = 20_000;

  private final RunningSystem system;
  private final int agreements;
  private final LocalDate start =
      LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(MONTHS + 1);

  VisitsImport(RunningSystem system, Workload workload) {
    this.system = system;
    this.agreements = workload.importedVisits() * 10 / MONTHS;
  }

  @Override
  public void measure(Report report) throws Exception {
    new ImportBesideCopy(system, Service.CUSTOMERS)
        .send(list(agreements, VisitsImport::customer), "/v1/customers/import", agreements);
    var imports = new ImportBesideCopy(system, Service.JOBS);
    imports.send(list(TECHNICIANS, n -> technician("T", n)), "/v1/technicians/import", TECHNICIANS);
    add(
        report,
        "agreements",
        imports.measure(list(agreements, this::agreement), "/v1/agreements/import", agreements));
    int visits = agreements * MONTHS;
    ImportBesideCopy.Result result =
        imports.measure(list(visits, this::visit), "/v1/visits/import", visits);
    add(report, "visits", result);
    if (result.memory().isPresent()) {
      report.add(
          Measurement.atMost(
              "jobs-service, resident right after that",
              result.memory().getAsDouble(),
              "MB",
              512,
              "VmRSS; its heap has 256 MB at most"));
    }
    int cancelled = agreements / 2;
    addWithUpdates(
        report,
        "cancellations",
        imports.measure(
            list(cancelled, this::cancellation),
            "/v1/cancellations/import",
            cancelled,
            new BareUpdate("agreement", List.of("cancelled_at", "version")),
            new BareUpdate("visit", List.of("state", "slot_on", "version"))));
    int technicians = Math.max(FEWEST_TECHNICIANS, visits / 50);
    add(
        report,
        "technicians",
        imports.measure(
            list(technicians, n -> technician("N", n)), "/v1/technicians/import", technicians));
  }

  private static void add(Report report, String kind, ImportBesideCopy.Result result) {
    double copies = result.allCopied() / result.seconds();
    report.add(
        Measurement.atLeast(
            "%,d %s imported, against COPY of all rows that came of them"
                .formatted(result.created(), kind),
            copies,
            "×",
            Math.min(SHARE_OF_COPY, copies * QUICK_ENOUGH / result.rate()),
            "%.1f s, that is %,.0f a second; COPY into %s with their indexes and foreign keys %.2f s, without foreign keys %.2f s; after %.0f s more nobody had anything left to hear"
                .formatted(
                    result.seconds(),
                    result.rate(),
                    String.join(", ", result.copied().keySet()),
                    result.allCopied(),
                    result.withoutForeignKeys(),
                    result.quietAfter())));
  }

  /**
   * As {@link #add}, of lines that change what is there: PostgreSQL would have to change it too.
   */
  private static void addWithUpdates(Report report, String kind, ImportBesideCopy.Result result) {
    double bare = (result.allCopied() + result.allUpdated()) / result.seconds();
    report.add(
        Measurement.atLeast(
            "%,d %s imported, against COPY of all rows that came of them and updates of all that they changed"
                .formatted(result.created(), kind),
            bare,
            "×",
            Math.min(SHARE_OF_COPY, bare * QUICK_ENOUGH / result.rate()),
            "%.1f s, that is %,.0f a second; COPY into %s with their indexes and foreign keys %.2f s, without foreign keys %.2f s; bare updates of %s with their indexes %.2f s; against COPY alone %.2f ×; after %.0f s more nobody had anything left to hear"
                .formatted(
                    result.seconds(),
                    result.rate(),
                    String.join(", ", result.copied().keySet()),
                    result.allCopied(),
                    result.withoutForeignKeys(),
                    result.updated().stream()
                        .map(one -> "%,d rows of %s".formatted(one.rows(), one.table()))
                        .collect(Collectors.joining(" and ")),
                    result.allUpdated(),
                    result.allCopied() / result.seconds(),
                    result.quietAfter())));
  }

  private Path list(int lines, IntFunction<String> line) throws IOException {
    Path list = system.folder().resolve("lines.ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(list)) {
      for (int n = 0; n < lines; n++) {
        out.write(line.apply(n));
      }
    }
    return list;
  }

  private static String customer(int n) {
    return """
    {"externalId":"HISTORY-C%1$d","kind":"HOUSEHOLD","name":"Person %2$s"}
    """
        .formatted(n, Integer.toString(n + 40_000, 36));
  }

  private String technician(String key, int n) {
    return """
    {"externalId":"HISTORY-%4$s%1$d","name":"Technician %2$s","hiredOn":"%3$s"}
    """
        .formatted(n, Integer.toString(n + 40_000, 36), start, key);
  }

  private String agreement(int n) {
    return """
    {"externalId":"HISTORY-A%1$d","customerExternalId":"HISTORY-C%1$d","program":"Monthly pest control","recurrence":"FREQ=MONTHLY","startsOn":"%2$s","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"HISTORY-T%3$d"}
    """
        .formatted(n, first(n), n % TECHNICIANS);
  }

  /** In order of time; to every tenth somebody else came than usual. */
  private String visit(int n) {
    int agreement = n % agreements;
    int usual = agreement % TECHNICIANS;
    boolean other = n % 10 == 3;
    return """
    {"externalId":"HISTORY-V%1$d","agreementExternalId":"HISTORY-A%2$d","scheduledAt":"%3$sT%4$02d:00:00Z","outcome":"COMPLETED","technicianExternalId":"HISTORY-T%5$d","plannedTechnicianExternalId":"HISTORY-T%6$d"%7$s}
    """
        .formatted(
            n,
            agreement,
            first(agreement).plusMonths(n / agreements),
            13 + agreement % 8,
            other ? (usual + 1) % TECHNICIANS : usual,
            usual,
            other
                ? ",\"changeReason\":\"SICK\",\"permanence\":\"THIS_VISIT\",\"customerTold\":true"
                : "");
  }

  private String cancellation(int n) {
    return String.format(
        Locale.ROOT,
        """
        {"agreementExternalId":"HISTORY-A%1$d","cancelledAt":"%2$sT16:00:00Z","reason":"PRICE","words":"It costs more than it is worth to us."}
        """,
        n * 2,
        first(n * 2).plusMonths(MONTHS - 1).plusDays(1));
  }

  /** The first day of an agreement's visits. */
  private LocalDate first(int agreement) {
    return start.plusDays(agreement % 28);
  }
}
