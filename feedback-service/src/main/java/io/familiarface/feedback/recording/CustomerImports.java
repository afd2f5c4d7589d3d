package io.familiarface.feedback.recording;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports lines about customers, each an upsert. */
@ApplicationScoped
public class CustomerImports {
  private final Customers customers;
  private final Visits visits;
  private final Caller caller;
  private final Clock clock;

  CustomerImports(Customers customers, Visits visits, Caller caller, Clock clock) {
    this.customers = customers;
    this.visits = visits;
    this.caller = caller;
    this.clock = clock;
  }

  /** For one import, as it remembers what it looked up for the present chunk. */
  public <L extends CustomerLine, E extends CustomerRecord> Importer<L> importer(
      CustomerImport<L, E> into) {
    return new Lines<>(into, caller.name(), clock.instant());
  }

  private final class Lines<L extends CustomerLine, E extends CustomerRecord>
      implements Importer<L> {
    private final CustomerImport<L, E> into;
    private final String by;
    private final Instant now;
    private Map<UUID, UUID> held = Map.of();
    private Map<String, CustomerCopy> knownCustomers = Map.of();
    private Map<String, Visits.Known> knownVisits = Map.of();
    private Map<String, E> stored = Map.of();

    Lines(CustomerImport<L, E> into, String by, Instant now) {
      this.into = into;
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<L> lineType() {
      return into.lineType();
    }

    @Override
    public String externalId(L line) {
      return line.externalId();
    }

    @Override
    public void lookUp(List<L> chunk) {
      knownCustomers =
          customers.byExternalIds(Importer.keys(chunk, CustomerLine::customerExternalId));
      knownVisits = visits.byExternalIds(Importer.keys(chunk, CustomerLine::visitExternalId));
    }

    @Override
    public void prepare(List<L> chunk) {
      into.begin();
      held =
          customers.hold(
              knownCustomers.values().stream().map(CustomerCopy::id).collect(Collectors.toSet()));
      stored =
          into.records().lock(chunk.stream().map(CustomerLine::externalId).toList()).stream()
              .collect(Collectors.toMap(record -> record.externalId, Function.identity()));
    }

    @Override
    public Optional<UUID> lastToldBy(L line) {
      return Optional.ofNullable(stored.get(line.externalId()))
          .filter(record -> digest(line).equals(record.importedAs))
          .map(record -> record.id);
    }

    @Override
    public LineResult apply(L line) {
      LineResult result = merge(line);
      stored.get(line.externalId()).importedAs = digest(line);
      return result;
    }

    private static String digest(CustomerLine line) {
      return UUID.nameUUIDFromBytes(line.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private LineResult merge(L line) {
      UUID customer = customer(line);
      UUID visit = visit(line, customer);
      E known = stored.get(line.externalId());
      if (known == null) {
        E created = into.create(new Origin(line.externalId(), customer, by, now), line, visit);
        stored.put(line.externalId(), created);
        return LineResult.created(created.id);
      }
      if (!known.customerId.equals(customer)) {
        throw CommonProblem.EXTERNAL_ID_TAKEN.at(
            "/externalId", "This key belongs to another customer's.");
      }
      return into.update(known, line, visit)
          ? LineResult.updated(known.id)
          : LineResult.unchanged(known.id);
    }

    private UUID customer(L line) {
      CustomerCopy customer = knownCustomers.get(line.customerExternalId());
      UUID whose = customer == null ? null : held.get(customer.id());
      if (whose == null) {
        throw FeedbackProblem.UNKNOWN_CUSTOMER.at(
            "/customerExternalId", "There is no customer " + line.customerExternalId() + ".");
      }
      return whose;
    }

    private UUID visit(L line, UUID customer) {
      String named = line.visitExternalId();
      if (named == null) {
        return null;
      }
      Visits.Known visit =
          Visits.ofCustomer(
              Optional.ofNullable(knownVisits.get(named)), customer, "/visitExternalId", named);
      into.check(line, visit);
      return visit.id();
    }
  }
}
