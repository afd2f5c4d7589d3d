package io.familiarface.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Customers with thirty visits each, brought in by the imports. */
final class ImportedVisits {
  private static final int VISITS_EACH = 30;
  private static final int AT_ONCE = 5_000;

  private final List<String> customers;
  private final List<String> visits;
  private final Queue<String> due;

  private ImportedVisits(List<String> customers, List<String> visits) {
    this.customers = customers;
    this.visits = visits;
    this.due = new ConcurrentLinkedQueue<>(visits);
  }

  /**
   * Visits of the last thirty days that wait to be completed.
   *
   * @param name starts the external ids, so that there can be several
   */
  static ImportedVisits due(int visits, String name, RunningSystem system) {
    return of(visits, name, "PLANNED", system);
  }

  /** Visits of the last thirty days to which the planned technician came. */
  static ImportedVisits completed(int visits, String name, RunningSystem system) {
    return of(visits, name, "COMPLETED", system);
  }

  private static ImportedVisits of(int visits, String name, String outcome, RunningSystem system) {
    int customers = Math.max(50, visits / VISITS_EACH);
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    send(
        system,
        Service.JOBS,
        "technicians",
        lines(
            40, i -> "{\"externalId\":\"%1$s-T%2$d\",\"name\":\"%1$s %2$d\"}".formatted(name, i)));
    List<String> customerIds =
        send(
            system,
            Service.CUSTOMERS,
            "customers",
            lines(
                customers,
                i ->
                    "{\"externalId\":\"%1$s-C%2$d\",\"kind\":\"HOUSEHOLD\",\"name\":\"%1$s %2$d\"}"
                        .formatted(name, i)));
    send(
        system,
        Service.JOBS,
        "agreements",
        lines(
            customers,
            i ->
                """
                {"externalId":"%1$s-A%2$d","customerExternalId":"%1$s-C%2$d","program":"Pests","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"%1$s-T%3$d"}\
                """
                    .formatted(name, i, i % 40)));
    List<String> visitIds =
        send(
            system,
            Service.JOBS,
            "visits",
            lines(
                customers * VISITS_EACH,
                i ->
                    """
                    {"externalId":"%1$s-V%2$d","agreementExternalId":"%1$s-A%3$d","scheduledAt":"%4$s","outcome":"%6$s","technicianExternalId":"%1$s-T%5$d","plannedTechnicianExternalId":"%1$s-T%5$d"}\
                    """
                        .formatted(
                            name,
                            i,
                            i / VISITS_EACH,
                            now.minus(1 + i % VISITS_EACH, ChronoUnit.DAYS),
                            i / VISITS_EACH % 40,
                            outcome)));
    List<String> mixed = new ArrayList<>(visitIds);
    Collections.shuffle(mixed, new Random(7));
    return new ImportedVisits(customerIds, mixed);
  }

  /** Any of the customers. */
  String customer() {
    return customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
  }

  /** Any of the visits. */
  String visit() {
    return visits.get(ThreadLocalRandom.current().nextInt(visits.size()));
  }

  /** A visit to complete; null when none is left. */
  String nextDue() {
    return due.poll();
  }

  private static List<String> lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).toList();
  }

  /** The ids of what the lines brought in. */
  static List<String> send(
      RunningSystem system, Service service, String collection, List<String> lines) {
    List<String> ids = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); from += AT_ONCE) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
      ServiceResponse answer =
          system
              .client(service)
              .post(
                  "/v1/" + collection + "/import", "application/x-ndjson", String.join("\n", some));
      for (JsonNode line : answer.lines()) {
        if (!line.has("id")) {
          throw new IllegalStateException(collection + ": " + line);
        }
        ids.add(line.get("id").asText());
      }
    }
    return ids;
  }
}
