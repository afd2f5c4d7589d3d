package io.familiarface.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lines to paste into another terminal, which work as they stand. */
final class ThingsToTry {
  private static final String JSON = " \\\n     -H 'Content-Type: application/json' \\\n     -d '";

  private final LocalSystem system;
  private final Place place;

  ThingsToTry(LocalSystem system, Place place) {
    this.system = system;
    this.place = place;
  }

  record Thing(String what, String how) {}

  List<Thing> list() {
    return system.home().hasDemo() ? withDorothy() : withNobody();
  }

  private List<Thing> withDorothy() {
    return List.of(
        new Thing(
            "What anyone must know before talking to Dorothy",
            curl(Service.CUSTOMERS, "/v1/customers/ext:C0001/card")),
        new Thing(
            "How likely she is to leave, why, and what would help",
            curl(Service.FEEDBACK, "/v1/customers/ext:C0001/risk")),
        new Thing(
            "What it would cost to send her a stranger next time",
            curl(Service.FEEDBACK, "/v1/customers/ext:C0001/risk/what-if")
                + JSON
                + "{\"visits\":[{\"technicianExternalId\":\"T0004\",\"scheduledAt\":\""
                + Instant.now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.HOURS)
                + "\",\"permanence\":\"THIS_VISIT\",\"customerTold\":false,"
                + "\"introduced\":false}]}'"));
  }

  private List<Thing> withNobody() {
    return List.of(
        new Thing(
            "Add a customer",
            curl(Service.CUSTOMERS, "/v1/customers")
                + JSON
                + "{\"externalId\":\"C0001\",\"kind\":\"HOUSEHOLD\",\"name\":\"Grace Hollis\"}'"),
        new Thing("See who is there", curl(Service.CUSTOMERS, "/v1/customers")),
        new Thing("See who is about to leave", curl(Service.FEEDBACK, "/v1/risks?flagged=true")));
  }

  private String curl(Service service, String path) {
    return "   curl -s -H \"Authorization: Bearer $(./familiar token --role manager"
        + place.asOptions()
        + ")\" '"
        + system.url(service)
        + path
        + "'";
  }
}
