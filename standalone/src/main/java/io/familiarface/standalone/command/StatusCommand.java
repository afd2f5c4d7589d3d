package io.familiarface.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Ports;
import io.familiarface.standalone.RunningInstance;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.TokenClaims;
import io.familiarface.standalone.TokenIssuer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
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

  @Mixin InstanceOptions instance;
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Optional<RunningInstance> running = instance.running();
    if (running.isEmpty()) {
      spec.commandLine()
          .getOut()
          .println("Familiar Face does not run in " + instance.dataDirectory().path());
      return NOT_RUNNING;
    }
    return print(running.get(), spec.commandLine().getOut()) ? 0 : 1;
  }

  private boolean print(RunningInstance running, PrintWriter out) {
    Ports ports = running.ports();
    var tokens = TokenIssuer.of(instance.dataDirectory());
    String token = tokens.issue(TokenClaims.of("admin", "familiar status", Duration.ofMinutes(5)));
    out.printf(
        "Familiar Face runs in %s (process %d)%n",
        instance.dataDirectory().path(), running.launcher());
    boolean allReady = true;
    for (Service service : Service.values()) {
      var client = ServiceClient.to(running.url(service), token);
      boolean ready = client.isReady();
      allReady &= ready;
      out.printf(
          "  %-18s %-10s %-24s process %s%n",
          service.fullName(),
          ready ? "ready" : "not ready",
          running.url(service),
          running.services().getOrDefault(service.shortName(), 0L));
      var consumers = ready ? client.get("/v1/feeds/consumers") : null;
      if (ready && consumers.isSuccess()) {
        consumers.json().forEach(consumer -> out.println(line(consumer)));
      }
    }
    out.printf("  %-18s %-10s localhost:%d%n", "PostgreSQL", postgres(ports), ports.postgres());
    return allReady;
  }

  static String line(JsonNode consumer) {
    var words = new StringJoiner(", ", "    reads " + consumer.path("feed").asText() + ": ", "");
    long behind = consumer.path("behind").asLong();
    words.add(behind == 0 ? "up to date" : behind + " behind");
    long parked = consumer.path("parked").asLong();
    if (parked > 0) {
      words.add(parked + " of them set aside, as this service could not apply them");
    }
    if (consumer.hasNonNull("problem")) {
      words.add("it stands: " + consumer.path("problem").asText());
    }
    return words.toString();
  }

  private static String postgres(Ports ports) {
    return ports.isTaken(ports.postgres()) ? "ready" : "not ready";
  }
}
