package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Takes in promises that another system kept; one instance for each import. */
class ImportingPromises implements Importer<PromiseLine> {

  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final PromiseDecisions decisions;
  private final Clock clock;

  private final Map<String, Promise> known = new HashMap<>();
  private Map<String, UUID> customerIds = Map.of();
  private Map<String, UUID> technicianIds = Map.of();

  ImportingPromises(
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      PromiseDecisions decisions,
      Clock clock) {
    this.customers = customers;
    this.promises = promises;
    this.technicians = technicians;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public Class<PromiseLine> lineType() {
    return PromiseLine.class;
  }

  @Override
  public String externalId(PromiseLine line) {
    return line.externalId();
  }

  @Override
  public void lookUp(List<PromiseLine> chunk) {
    technicianIds =
        technicians.idsOf(
            chunk.stream()
                .map(PromiseLine::technicianExternalId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
  }

  @Override
  public void prepare(List<PromiseLine> chunk) {
    customerIds =
        customers.idsOf(chunk.stream().map(PromiseLine::customerExternalId).distinct().toList());
    customers.lock(customerIds.values());
    known.clear();
    promises
        .withExternalIds(chunk.stream().map(PromiseLine::externalId).toList())
        .forEach(promise -> known.put(promise.externalId, promise));
  }

  @Override
  public Optional<UUID> lastToldBy(PromiseLine line) {
    return Optional.ofNullable(known.get(line.externalId()))
        .filter(promise -> Objects.equals(promise.lineFingerprint, Fingerprint.of(line)))
        .map(promise -> promise.id);
  }

  @Override
  public LineResult apply(PromiseLine line) {
    Instants.requirePast(line.madeAt(), clock.instant(), "/madeAt");
    UUID customerId = customerOf(line);
    UUID technicianId = technicianOf(line);
    Promise promise = known.get(line.externalId());
    return promise == null
        ? add(line, customerId, technicianId)
        : change(promise, line, customerId, technicianId);
  }

  private LineResult add(PromiseLine line, UUID customerId, UUID technicianId) {
    var promise =
        Promise.create(customerId, line.details(null), technicianId, line.madeBy(), line.madeAt());
    promise.lineFingerprint = Fingerprint.of(line);
    decisions.decide(promise);
    promises.persist(promise);
    known.put(promise.externalId, promise);
    decisions.publish("promise.imported", promise, null, promise.madeAt);
    return LineResult.created(promise.id);
  }

  private LineResult change(Promise promise, PromiseLine line, UUID customerId, UUID technicianId) {
    if (!promise.customerId.equals(customerId)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/customerExternalId", "This promise was made to another customer.");
    }
    PromiseView before = PromiseView.of(promise);
    promise.lineFingerprint = Fingerprint.of(line);
    if (!promise.update(
        line.details(promise.validUntil),
        technicianId == null ? promise.technicianId : technicianId)) {
      return LineResult.unchanged(promise.id);
    }
    decisions.decide(promise);
    decisions.publish("promise.imported", promise, before, promise.madeAt);
    return LineResult.updated(promise.id);
  }

  private UUID customerOf(PromiseLine line) {
    return Optional.ofNullable(customerIds.get(line.customerExternalId()))
        .orElseThrow(
            () ->
                CustomersProblem.UNKNOWN_CUSTOMER.at(
                    "/customerExternalId",
                    "There is no customer '"
                        + line.customerExternalId()
                        + "'. Import the customers first."));
  }

  private UUID technicianOf(PromiseLine line) {
    String key = line.technicianExternalId();
    if (key != null && !technicianIds.containsKey(key)) {
      throw TechnicianLookup.unknown("/technicianExternalId", key);
    }
    return technicianIds.get(key);
  }
}
