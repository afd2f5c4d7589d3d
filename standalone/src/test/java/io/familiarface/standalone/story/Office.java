package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What the office of a pest control company does and writes down, all of it over HTTP. */
final class Office {
  private final RunningSystem system;
  private final String initial;
  private final HistoryExport export = new HistoryExport();
  private int technicians;
  private int visits;

  /**
   * @param initial starts the external ids of its technicians, so that there can be several offices
   */
  Office(RunningSystem system, String initial) {
    this.system = system;
    this.initial = initial;
  }

  /** All that happened so far, as another system would have exported it. */
  HistoryExport export() {
    return export;
  }

  Technician hires(String name, LocalDate on) {
    String externalId = initial + "-T%04d".formatted(++technicians);
    JsonNode hired =
        post(
            Service.JOBS,
            "/v1/technicians",
            Json.of("externalId", externalId, "name", name, "branch", "north", "hiredOn", on));
    return new Technician(id(hired), externalId, name);
  }

  void recordsDeparture(Technician technician, LocalDate lastDay) {
    String path = "/v1/technicians/" + technician.id();
    String etag = jobs().get(path).header("ETag").orElseThrow();
    ok(
        jobs()
            .send(
                "PATCH",
                path,
                Json.of("leftOn", lastDay).toString(),
                Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag)));
  }

  void grantsVacation(Technician technician, LocalDate from, LocalDate until) {
    post(
        Service.JOBS,
        "/v1/technicians/" + technician.id() + "/absences",
        Json.of("kind", "VACATION", "from", from, "to", until));
  }

  Customer meets(String externalId, String kind, String name, Instant at) {
    ObjectNode who =
        Json.of(
            "externalId",
            externalId,
            "kind",
            kind,
            "name",
            name,
            "branch",
            "north",
            "createdAt",
            at);
    JsonNode met = post(Service.CUSTOMERS, "/v1/customers", who);
    export.customer(externalId, who);
    return new Customer(id(met), externalId, name);
  }

  void recordsTrait(Customer customer, String category, boolean pinned, String text, Instant at) {
    post(
        Service.CUSTOMERS,
        "/v1/customers/" + customer.id() + "/traits",
        Json.of("category", category, "pinned", pinned, "text", text, "heardAt", at));
  }

  /** A customer rang; how they felt, nobody wrote down. */
  void recordsCall(Customer customer, Instant at) {
    post(
        Service.CUSTOMERS,
        "/v1/customers/" + customer.id() + "/interactions",
        Json.of("channel", "PHONE", "direction", "INBOUND", "at", at));
  }

  Promise recordsPromise(Technician by, Customer to, Instant at) {
    ObjectNode promise =
        Json.of(
            "kind",
            "SAME_TECHNICIAN",
            "text",
            "I will be your technician.",
            "madeBy",
            by.name(),
            "madeAt",
            at,
            "technicianExternalId",
            by.externalId());
    JsonNode made = post(Service.CUSTOMERS, "/v1/customers/" + to.id() + "/promises", promise);
    export.promise(to, promise);
    return new Promise(id(made), to, by);
  }

  Agreement signs(Customer customer, Technician usual, LocalDate startsOn) {
    ObjectNode terms =
        Json.of(
            "program",
            "Monthly rodent control",
            "recurrence",
            "FREQ=MONTHLY",
            "startsOn",
            startsOn,
            "price",
            Json.of("amount", "89.00", "currency", "USD"),
            "technicianExternalId",
            usual.externalId());
    String externalId = "A-" + customer.externalId();
    ObjectNode wish = terms.deepCopy().put("externalId", externalId);
    // At midnight, so that the rule plans nothing of its own for what is left of today.
    wish.put("visitAt", "00:00").put("customerId", customer.id().toString());
    JsonNode signed = post(Service.JOBS, "/v1/agreements", wish);
    export.agreement(customer, terms);
    return new Agreement(id(signed), externalId, customer);
  }

  Visit plans(Agreement agreement, Instant at) {
    String externalId = "V-%s-%03d".formatted(agreement.customer().externalId(), ++visits);
    JsonNode planned =
        post(
            Service.JOBS,
            "/v1/visits",
            Json.of("externalId", externalId, "agreementId", agreement.id(), "scheduledAt", at));
    return new Visit(id(planned), externalId, agreement, at);
  }

  /** The visit as planned takes place, by whoever is planned, on the minute. */
  Visit visited(Agreement agreement, Instant at) {
    Visit visit = plans(agreement, at);
    isDone(visit);
    return visit;
  }

  /** Somebody else than planned is sent, and comes. */
  Visit visitedInstead(Agreement agreement, Instant at, Technician other, TechnicianChange change) {
    Visit visit = plans(agreement, at);
    sends(visit, other, change);
    isDone(visit);
    return visit;
  }

  JsonNode sends(Visit visit, Technician technician, TechnicianChange change) {
    return assign(visit, technician, change, "");
  }

  /** Asks what it would do to her, and does not do it. */
  JsonNode asksWhatItWouldCostToSend(Visit visit, Technician technician, TechnicianChange change) {
    return assign(visit, technician, change, "?dryRun=true");
  }

  void isDone(Visit visit) {
    JsonNode done =
        post(
            Service.JOBS,
            "/v1/visits/" + visit.id() + "/completion",
            Json.of("completedAt", visit.at(), "onTime", true));
    export.visit(visit, done);
  }

  void recordsCancellation(Agreement agreement, Instant at, String reason, String words) {
    ObjectNode cancellation = Json.of("cancelledAt", at, "reason", reason, "words", words);
    post(Service.JOBS, "/v1/agreements/" + agreement.id() + "/cancellation", cancellation);
    export.cancellation(agreement, cancellation);
  }

  JsonNode visit(Visit visit) {
    return ok(jobs().get("/v1/visits/" + visit.id())).json();
  }

  JsonNode promise(Promise promise) {
    return ok(customers()
            .get("/v1/customers/" + promise.customer().id() + "/promises/" + promise.id()))
        .json();
  }

  JsonNode card(Customer customer) {
    return ok(customers().get("/v1/customers/" + customer.id() + "/card")).json();
  }

  JsonNode jobSheet(Visit visit) {
    return ok(jobs().get("/v1/visits/" + visit.id() + "/job-sheet")).json();
  }

  JsonNode risk(UUID customer, Instant asOf) {
    return ok(feedback().get("/v1/customers/" + customer + "/risk?asOf=" + asOf)).json();
  }

  JsonNode riskNow(Customer customer) {
    return ok(feedback().get("/v1/customers/" + customer.id() + "/risk")).json();
  }

  JsonNode whatIf(Customer customer, JsonNode visits) {
    ServiceResponse answer =
        feedback()
            .post(
                "/v1/customers/" + customer.id() + "/risk/what-if",
                "application/json",
                visits.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  JsonNode flags(Customer customer) {
    return ok(feedback().get("/v1/flags?customerId=" + customer.id())).json().path("items");
  }

  private JsonNode assign(
      Visit visit, Technician technician, TechnicianChange change, String query) {
    String path = "/v1/visits/" + visit.id();
    String etag = jobs().get(path).header("ETag").orElseThrow();
    ObjectNode body = change.writeTo(Json.of("technicianId", technician.id()), "reason");
    return ok(jobs()
            .send(
                "PUT",
                path + "/assignment" + query,
                body.toString(),
                Map.of("Content-Type", "application/json", "If-Match", etag)))
        .json();
  }

  private JsonNode post(Service service, String path, JsonNode body) {
    ServiceResponse answer =
        system.as("manager", service).post(path, "application/json", body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private static ServiceResponse ok(ServiceResponse answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private static UUID id(JsonNode made) {
    return UUID.fromString(made.path("id").asText());
  }

  private ServiceClient customers() {
    return system.as("manager", Service.CUSTOMERS);
  }

  private ServiceClient jobs() {
    return system.as("manager", Service.JOBS);
  }

  private ServiceClient feedback() {
    return system.as("manager", Service.FEEDBACK);
  }
}
