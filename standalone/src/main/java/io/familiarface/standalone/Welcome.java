package io.familiarface.standalone;

import java.io.PrintWriter;
import java.time.Duration;

/** What is shown when everything runs: where it is, a token, and what to try next. */
final class Welcome {
  private static final Duration ONE_DAY = Duration.ofHours(24);

  private final LocalSystem system;
  private final Place place;

  Welcome(LocalSystem system, Place place) {
    this.system = system;
    this.place = place;
  }

  void print(PrintWriter out) {
    out.println();
    for (Service service : Service.values()) {
      out.printf(
          "  %-18s %-24s Swagger UI %s/q/swagger-ui%n",
          service.fullName(), system.url(service), system.url(service));
    }
    out.printf("  %-18s localhost:%d%n", "PostgreSQL", system.ports().postgres());
    out.printf("  %-18s %s%n", "data and logs", system.home().folder());
    out.println();
    out.println("A token for admin, valid for a day (paste it into Swagger UI, Authorize):");
    out.println(system.tokens().of(Bearer.of("admin", "admin", ONE_DAY)));
    out.println();
    out.println("Three things to try, in another terminal:");
    out.println();
    int number = 1;
    for (ThingsToTry.Thing thing : new ThingsToTry(system, place).list()) {
      out.println(number++ + ". " + thing.what() + ":");
      out.println(thing.how());
    }
    out.println();
    out.println("Ctrl-C or ./familiar stop" + place.asOptions() + " ends it; the data stay.");
  }
}
