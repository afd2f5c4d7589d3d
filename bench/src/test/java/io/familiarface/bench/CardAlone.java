package io.familiarface.bench;

import io.familiarface.standalone.Service;
import java.io.IOException;
import java.time.Duration;

/** How long a card takes while the other two services stand still. */
final class CardAlone implements Bench.Part {
  private static final double AIM_MILLIS = 10;
  private static final int CARDS = 2_000;

  /** By when the second compiler has seen to most of what a card needs, as in services that run. */
  private static final int WARM_UP = 10_000;

  private final RunningSystem system;

  CardAlone(RunningSystem system) {
    this.system = system;
  }

  @Override
  public void measure(Report report) throws Exception {
    ImportedVisits work = ImportedVisits.completed(CARDS, "card", system);
    system.awaitQuiet(Duration.ofMinutes(5));
    Durations durations = new Durations();
    try (HttpConnection http = new HttpConnection(system.port(Service.CUSTOMERS), system.token())) {
      system.holdStill(Service.JOBS);
      system.holdStill(Service.FEEDBACK);
      for (int i = 0; i < WARM_UP; i++) {
        card(http, work.customer());
      }
      for (int i = 0; i < CARDS; i++) {
        durations.time(() -> card(http, work.customer()));
      }
    } finally {
      system.goOn(Service.JOBS);
      system.goOn(Service.FEEDBACK);
    }
    String how = "%,d cards, one after the other, after %,d others".formatted(CARDS, WARM_UP);
    report.add(
        Measurement.atMost(
            "a card while the other services are away, median",
            durations.median(),
            "ms",
            AIM_MILLIS,
            how));
    report.add(
        Measurement.atMost(
            "a card while the other services are away, p99",
            durations.p99(),
            "ms",
            AIM_MILLIS,
            how));
  }

  private static void card(HttpConnection http, String customer) throws IOException {
    int status = http.get("/v1/customers/" + customer + "/card");
    if (status != 200) {
      throw new IllegalStateException("a card answered " + status);
    }
  }
}
