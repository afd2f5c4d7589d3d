package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The lines in which another system would have kept the same history, about other customers: each
 * external id gets an end of its own. The technicians are the same people.
 */
final class HistoryExport {
  private static final String OTHER = "-IMPORTED";

  private final List<ObjectNode> customers = new ArrayList<>();
  private final List<ObjectNode> promises = new ArrayList<>();
  private final List<ObjectNode> agreements = new ArrayList<>();
  private final List<ObjectNode> visits = new ArrayList<>();
  private final List<ObjectNode> cancellations = new ArrayList<>();

  void customer(String externalId, ObjectNode who) {
    customers.add(who.deepCopy().put("externalId", externalId + OTHER));
  }

  void promise(Customer to, ObjectNode promise) {
    promises.add(
        promise
            .deepCopy()
            .put("externalId", "P-%s-%d".formatted(to.externalId(), promises.size() + 1) + OTHER)
            .put("customerExternalId", to.externalId() + OTHER));
  }

  void agreement(Customer customer, ObjectNode terms) {
    agreements.add(
        terms
            .deepCopy()
            .put("externalId", "A-" + customer.externalId() + OTHER)
            .put("customerExternalId", customer.externalId() + OTHER));
  }

  /** As the visit's own view tells it when it is done. */
  void visit(Visit visit, JsonNode done) {
    ObjectNode line =
        Json.of(
            "externalId",
            visit.externalId() + OTHER,
            "agreementExternalId",
            visit.agreement().externalId() + OTHER,
            "scheduledAt",
            visit.at(),
            "outcome",
            "COMPLETED",
            "technicianExternalId",
            done.path("technicianExternalId").asText());
    if (done.hasNonNull("changeReason")) {
      line.put("changeReason", done.path("changeReason").asText())
          .put("permanence", done.path("permanence").asText());
      for (String known : List.of("customerTold", "customerToldAt", "introduced", "introducedAt")) {
        line.set(known, done.path(known));
      }
    }
    visits.add(line);
  }

  void cancellation(Agreement agreement, ObjectNode cancellation) {
    cancellations.add(
        cancellation.deepCopy().put("agreementExternalId", agreement.externalId() + OTHER));
  }

  /** Brings the whole export in and returns the customer who had that external id. */
  Customer importedInto(RunningSystem system, Customer like) {
    take(system, Service.CUSTOMERS, "customers", customers);
    take(system, Service.CUSTOMERS, "promises", promises);
    take(system, Service.JOBS, "agreements", agreements);
    take(system, Service.JOBS, "visits", visits);
    take(system, Service.JOBS, "cancellations", cancellations);
    String externalId = like.externalId() + OTHER;
    JsonNode found =
        system
            .as("manager", Service.CUSTOMERS)
            .get("/v1/customers?externalId=" + externalId)
            .json()
            .path("items")
            .get(0);
    return new Customer(UUID.fromString(found.path("id").asText()), externalId, like.name());
  }

  private static void take(
      RunningSystem system, Service service, String what, List<ObjectNode> lines) {
    if (lines.isEmpty()) {
      return;
    }
    var body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    ServiceResponse answer =
        system
            .as("manager", service)
            .post("/v1/" + what + "/import", "application/x-ndjson", body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.lines())
        .hasSize(lines.size())
        .allSatisfy(
            line ->
                assertThat(line.path("status").asText()).as(line.toString()).isEqualTo("CREATED"));
  }
}
