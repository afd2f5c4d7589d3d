package io.familiarface.feedback.given;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.NewsOfTransaction;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.Ids;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
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

/** Takes in what customers said according to another system. */
@ApplicationScoped
class ImportingFeedback {
  private final FeedbackStore store;
  private final GivingFeedback giving;
  private final Customers customers;
  private final Visits visits;
  private final NewsOfTransaction news;
  private final Caller caller;
  private final Clock clock;

  ImportingFeedback(
      FeedbackStore store,
      GivingFeedback giving,
      Customers customers,
      Visits visits,
      NewsOfTransaction news,
      Caller caller,
      Clock clock) {
    this.store = store;
    this.giving = giving;
    this.customers = customers;
    this.visits = visits;
    this.news = news;
    this.caller = caller;
    this.clock = clock;
  }

  /** For one import: it remembers what it looked up for the present chunk. */
  Importer<FeedbackLine> importer() {
    return new Lines(caller.name(), clock.instant());
  }

  private final class Lines implements Importer<FeedbackLine> {
    private final String by;
    private final Instant now;
    private Map<String, CustomerCopy> known = Map.of();
    private Map<String, Visits.Known> knownVisits = Map.of();
    private Map<String, Feedback> stored = Map.of();

    Lines(String by, Instant now) {
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<FeedbackLine> lineType() {
      return FeedbackLine.class;
    }

    @Override
    public String externalId(FeedbackLine line) {
      return line.externalId();
    }

    @Override
    public void prepare(List<FeedbackLine> chunk) {
      known =
          customers.byExternalIds(
              chunk.stream().map(FeedbackLine::customerExternalId).collect(Collectors.toSet()));
      knownVisits =
          visits.byExternalIds(
              chunk.stream()
                  .map(FeedbackLine::visitExternalId)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      stored =
          new HashMap<>(store.byExternalIds(chunk.stream().map(FeedbackLine::externalId).toList()));
    }

    @Override
    public LineResult apply(FeedbackLine line) {
      if (line.at().isAfter(now)) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/at", "This lies in the future, so it cannot have been said yet.");
      }
      CustomerCopy customer = known.get(line.customerExternalId());
      if (customer == null) {
        throw FeedbackProblem.UNKNOWN_CUSTOMER.at(
            "/customerExternalId", "There is no customer " + line.customerExternalId() + ".");
      }
      Feedback told = line.toFeedback(Ids.next(), customer.id(), visit(line, customer), by, now);
      Feedback before = stored.get(line.externalId());
      Feedback after = before == null ? told : told.replacing(before);
      if (after == before) {
        return LineResult.unchanged(before.id());
      }
      mustBeOfTheSameCustomer(before, after);
      giving.keep(before, after);
      news.add(after.toChange());
      stored.put(line.externalId(), after);
      return before == null ? LineResult.created(after.id()) : LineResult.updated(after.id());
    }

    private UUID visit(FeedbackLine line, CustomerCopy customer) {
      String named = line.visitExternalId();
      return named == null
          ? null
          : Visits.ofCustomer(
              Optional.ofNullable(knownVisits.get(named)),
              customer.id(),
              "/visitExternalId",
              named);
    }

    private static void mustBeOfTheSameCustomer(Feedback before, Feedback after) {
      if (before != null && !before.customerId().equals(after.customerId())) {
        throw FeedbackProblem.EXTERNAL_ID_TAKEN.at(
            "/externalId", "This key belongs to what another customer said.");
      }
    }
  }
}
