package io.familiarface.feedback.complaint;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.NewsOfTransaction;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.Ids;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in the complaints of customers according to another system. */
@ApplicationScoped
class ImportingComplaints {
  private final ComplaintStore store;
  private final KeepingComplaints keeping;
  private final Customers customers;
  private final Visits visits;
  private final NewsOfTransaction news;
  private final Caller caller;
  private final Clock clock;

  ImportingComplaints(
      ComplaintStore store,
      KeepingComplaints keeping,
      Customers customers,
      Visits visits,
      NewsOfTransaction news,
      Caller caller,
      Clock clock) {
    this.store = store;
    this.keeping = keeping;
    this.customers = customers;
    this.visits = visits;
    this.news = news;
    this.caller = caller;
    this.clock = clock;
  }

  /** For one import: it remembers what it looked up for the present chunk. */
  Importer<ComplaintLine> importer() {
    return new Lines(caller.name(), clock.instant());
  }

  private final class Lines implements Importer<ComplaintLine> {
    private final String by;
    private final Instant now;
    private Map<String, CustomerCopy> known = Map.of();
    private Map<String, Visits.Known> knownVisits = Map.of();
    private Map<String, Complaint> stored = Map.of();

    Lines(String by, Instant now) {
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<ComplaintLine> lineType() {
      return ComplaintLine.class;
    }

    @Override
    public String externalId(ComplaintLine line) {
      return line.externalId();
    }

    @Override
    public void prepare(List<ComplaintLine> chunk) {
      known =
          customers.byExternalIds(
              chunk.stream().map(ComplaintLine::customerExternalId).collect(Collectors.toSet()));
      knownVisits =
          visits.byExternalIds(
              chunk.stream()
                  .map(ComplaintLine::visitExternalId)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      stored =
          new HashMap<>(
              store.byExternalIds(chunk.stream().map(ComplaintLine::externalId).toList()));
    }

    @Override
    public LineResult apply(ComplaintLine line) {
      CustomerCopy customer = known.get(line.customerExternalId());
      if (customer == null) {
        throw FeedbackProblem.UNKNOWN_CUSTOMER.at(
            "/customerExternalId", "There is no customer " + line.customerExternalId() + ".");
      }
      Complaint told = line.toComplaint(Ids.next(), customer.id(), visit(line, customer), by, now);
      Complaint before = stored.get(line.externalId());
      Complaint after = before == null ? told : told.replacing(before);
      if (after == before) {
        return LineResult.unchanged(before.id());
      }
      mustBeOfTheSameCustomer(before, after);
      keeping.keep(before, after);
      ComplaintSignals.of(before, after).forEach(news::add);
      stored.put(line.externalId(), after);
      return before == null ? LineResult.created(after.id()) : LineResult.updated(after.id());
    }

    private UUID visit(ComplaintLine line, CustomerCopy customer) {
      String named = line.visitExternalId();
      return named == null
          ? null
          : Visits.ofCustomer(
              Optional.ofNullable(knownVisits.get(named)),
              customer.id(),
              "/visitExternalId",
              named);
    }

    private static void mustBeOfTheSameCustomer(Complaint before, Complaint after) {
      if (before != null && !before.customerId().equals(after.customerId())) {
        throw FeedbackProblem.EXTERNAL_ID_TAKEN.at(
            "/externalId", "This key belongs to a complaint of another customer.");
      }
    }
  }
}
