package io.familiarface.bench;

import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the choice of compilers costs when a service starts, and what it brings after some minutes:
 * as {@code familiar start} has it, with both as the JVM has them, and with the first alone.
 */
final class Compilers implements Bench.Part {
  private static final String OURS = "as started";
  private static final String BOTH = "both compilers";
  private static final String FIRST = "the first compiler alone";
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put(FIRST, "-XX:TieredStopAtLevel=1");
    OPTIONS.put(OURS, "");
    OPTIONS.put(
        BOTH,
        "-XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
            + " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000");
  }

  private static final int CLIENTS = 8;
  private static final int READ_VISITS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RunningSystem system;
  private final Workload workload;

  Compilers(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  private record Seen(double ready, double megabytes, Cost cost) {}

  @Override
  public void measure(Report report) throws Exception {
    ImportedVisits read = ImportedVisits.completed(READ_VISITS, "compilers", system);
    system.awaitQuiet(PATIENCE);
    String usual = System.getProperty(ServiceCommand.MORE_OPTIONS, "");
    Map<String, Seen> all = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> each : OPTIONS.entrySet()) {
        System.setProperty(ServiceCommand.MORE_OPTIONS, usual + " " + each.getValue());
        all.put(each.getKey(), look(read));
        print(each.getKey(), all.get(each.getKey()));
      }
    } finally {
      System.setProperty(ServiceCommand.MORE_OPTIONS, usual);
    }
    Seen ours = all.get(OURS);
    report.add(
        Measurement.atLeast(
            "cards after %d s of load, as started against both compilers"
                .formatted(workload.warmUp().toSeconds()),
            ours.cost().rate() / all.get(BOTH).cost().rate(),
            "×",
            0.9,
            inWords(all)));
    report.add(
        Measurement.atMost(
            "ready, as started against the first compiler alone",
            ours.ready() / all.get(FIRST).ready(),
            "×",
            1,
            "%.1f against %.1f s".formatted(ours.ready(), all.get(FIRST).ready())));
  }

  private Seen look(ImportedVisits read) throws Exception {
    system.stop();
    double ready = system.start();
    double megabytes = system.memory(Service.CUSTOMERS).orElse(Double.NaN);
    try (Yardstick nobody = system.startYardstick()) {
      Contender card = Contender.of(Service.CUSTOMERS, "card", () -> cards(read, workload.round()));
      cards(read, workload.warmUp());
      Cost cost =
          new MirroredRounds(workload.rounds(), 0, () -> system.processorTime(nobody))
              .run(List.of(card))
              .get(card);
      return new Seen(ready, megabytes, cost);
    }
  }

  private Contender.Turn cards(ImportedVisits read, Duration time) throws Exception {
    return ConcurrentClients.ask(
        CLIENTS,
        time,
        system.port(Service.CUSTOMERS),
        system.token(),
        http -> http.get("/v1/customers/" + read.customer() + "/card") == 200);
  }

  private static String inWords(Map<String, Seen> all) {
    StringBuilder words = new StringBuilder();
    all.forEach(
        (name, seen) ->
            words
                .append(words.length() == 0 ? "" : "; ")
                .append(name)
                .append(
                    String.format(
                        Locale.ROOT,
                        ": %.0f a second, %.2f ms of the service each",
                        seen.cost().rate(),
                        seen.cost().service())));
    return words.toString();
  }

  private static void print(String name, Seen seen) {
    System.out.printf(
        Locale.ROOT,
        "  %s: ready in %.1f s, %.0f MB, %.0f cards a second, %.2f ms each%n",
        name,
        seen.ready(),
        seen.megabytes(),
        seen.cost().rate(),
        seen.cost().service());
  }
}
