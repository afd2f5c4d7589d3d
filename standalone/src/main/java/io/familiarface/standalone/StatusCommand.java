package io.familiarface.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "Says what runs, and how far behind each reader of a feed is.")
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin Place place;
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Optional<RunningRecord> running = place.running();
    if (running.isEmpty()) {
      spec.commandLine().getOut().println("Familiar Face does not run in " + place.home().folder());
      return NOT_RUNNING;
    }
    return print(running.get(), spec.commandLine().getOut()) ? 0 : 1;
  }

  private boolean print(RunningRecord running, PrintWriter out) {
    var ports = new Ports(running.portBase());
    var tokens = new Tokens(SigningKey.ofStarted(place.home()), Clock.systemUTC());
    String token = tokens.of(Bearer.of("admin", "familiar status", Duration.ofMinutes(5)));
    out.printf(
        "Familiar Face runs in %s (process %d)%n", place.home().folder(), running.launcher());
    boolean allReady = true;
    for (Service service : Service.values()) {
      var state = ServiceState.ask(service.url(ports), token);
      allReady &= state.ready();
      out.printf(
          "  %-18s %-10s %-24s process %s%n",
          service.fullName(),
          state.ready() ? "ready" : "not ready",
          service.url(ports),
          running.services().getOrDefault(service.shortName(), 0L));
      state.consumers().forEach(consumer -> out.println(line(consumer)));
    }
    out.printf("  %-18s %-10s localhost:%d%n", "PostgreSQL", postgres(ports), ports.postgres());
    return allReady;
  }

  private static String line(JsonNode consumer) {
    long behind = consumer.path("behind").asLong();
    return "    reads "
        + consumer.path("feed").asText()
        + ": "
        + (behind == 0 ? "up to date" : behind + " behind");
  }

  private static String postgres(Ports ports) {
    return ports.isTaken(ports.postgres()) ? "ready" : "not ready";
  }
}
