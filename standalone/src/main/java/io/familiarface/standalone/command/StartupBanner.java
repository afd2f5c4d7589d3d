package io.familiarface.standalone.command;

import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.TokenClaims;
import java.io.PrintWriter;
import java.time.Duration;

/** What is shown when everything runs: where it is, a token, and what to try next. */
final class StartupBanner {
  private static final Duration ONE_DAY = Duration.ofHours(24);

  private final LocalSystem system;
  private final InstanceOptions instance;

  StartupBanner(LocalSystem system, InstanceOptions instance) {
    this.system = system;
    this.instance = instance;
  }

  void print(PrintWriter out) {
    out.println();
    for (Service service : Service.values()) {
      out.printf(
          "  %-18s %-24s Swagger UI %s/q/swagger-ui%n",
          service.fullName(), system.url(service), system.url(service));
    }
    out.printf("  %-18s %s%n", "pages, to begin at", system.url(Service.FEEDBACK) + "/today/");
    out.printf("  %-18s localhost:%d%n", "PostgreSQL", system.ports().postgres());
    out.printf("  %-18s %s%n", "data and logs", system.dataDirectory().path());
    out.println();
    out.println(
        "A token for admin, valid for a day (paste it into a page, or into Swagger UI, Authorize):");
    out.println(system.tokens().issue(TokenClaims.of("admin", "admin", ONE_DAY)));
    out.println();
    out.println("Three things to try, in another terminal:");
    out.println();
    int number = 1;
    for (SampleRequests.Sample sample : new SampleRequests(system, instance).list()) {
      out.println(number++ + ". " + sample.description() + ":");
      out.println(sample.command());
    }
    out.println();
    out.println("Ctrl-C or ./familiar stop" + instance.asOptions() + " ends it; the data stay.");
  }
}
