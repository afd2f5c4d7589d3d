package io.familiarface.standalone.command;

import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lines to paste into another terminal, which work as they stand, but for the name of a list. */
final class SampleRequests {
  private static final String JSON = " \\\n     -H 'Content-Type: application/json' \\\n     -d '";

  private final LocalSystem system;
  private final InstanceOptions instance;

  SampleRequests(LocalSystem system, InstanceOptions instance) {
    this.system = system;
    this.instance = instance;
  }

  record Sample(String description, String command) {}

  List<Sample> list() {
    return system.dataDirectory().hasDemo() ? withDorothy() : withNobody();
  }

  private List<Sample> withDorothy() {
    return List.of(
        new Sample(
            "What anyone must know before talking to Dorothy",
            curl(Service.CUSTOMERS, "/v1/customers/ext:C0001/card")),
        new Sample(
            "How likely Dorothy is to leave, why, and what would help",
            curl(Service.FEEDBACK, "/v1/customers/ext:C0001/risk")),
        new Sample(
            "What it would cost to send Dorothy a stranger next time",
            curl(Service.FEEDBACK, "/v1/customers/ext:C0001/risk/what-if")
                + JSON
                + "{\"visits\":[{\"technicianExternalId\":\"T0004\",\"scheduledAt\":\""
                + Instant.now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.HOURS)
                + "\",\"permanence\":\"THIS_VISIT\",\"customerTold\":false,"
                + "\"introduced\":false}]}'"));
  }

  private List<Sample> withNobody() {
    return List.of(
        new Sample(
            "Bring in your list of visits; first see how it is understood",
            "   ./familiar import visits.csv --dry-run" + instance.asOptions()),
        new Sample(
            "Add a customer",
            curl(Service.CUSTOMERS, "/v1/customers")
                + JSON
                + "{\"externalId\":\"C0001\",\"kind\":\"HOUSEHOLD\",\"name\":\"Grace Hollis\"}'"),
        new Sample("See who is about to leave", curl(Service.FEEDBACK, "/v1/risks?flagged=true")));
  }

  private String curl(Service service, String path) {
    return "   curl -s -H \"Authorization: Bearer $(./familiar token --role manager"
        + instance.asOptions()
        + ")\" '"
        + system.url(service)
        + path
        + "'";
  }
}
