package io.familiarface.feedback.request;

import io.familiarface.database.Database;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks a customer what they think. Who does not answer says something too: three requests
 * in a row without an answer are a silence, of which the risk engine makes a finding.
 */
@ApplicationScoped
public class AskingForFeedback {
  private final Database database;
  private final FeedbackRequests requests;
  private final Customers customers;
  private final Visits visits;
  private final SignalIngestion ingestion;
  private final AuditTrail audit;
  private final BusinessTime time;
  private final Caller caller;
  private final Duration notAgainWithin;

  AskingForFeedback(
      Database database,
      FeedbackRequests requests,
      Customers customers,
      Visits visits,
      SignalIngestion ingestion,
      AuditTrail audit,
      BusinessTime time,
      Caller caller,
      FeedbackRequestSettings settings) {
    this.database = database;
    this.requests = requests;
    this.customers = customers;
    this.visits = visits;
    this.ingestion = ingestion;
    this.audit = audit;
    this.time = time;
    this.caller = caller;
    this.notAgainWithin = settings.notAgainWithin();
  }

  FeedbackRequest ask(NewFeedbackRequest asked) {
    CustomerCopy customer = customers.lock(asked.customerId(), asked.customerExternalId());
    Instant at = time.ofFact(asked.at(), "/at");
    if (asked.externalId() != null && requests.isTaken(asked.externalId())) {
      throw CommonProblem.externalIdTaken("request", asked.externalId());
    }
    UUID visit = visits.resolve(asked.visitId(), asked.visitExternalId(), customer.id());
    mustNotHaveBeenAsked(customer.id(), at);
    return write(
        new FeedbackRequest(
            asked.externalId(), customer.id(), visit, at, caller.name(), time.now()));
  }

  /**
   * What goes out to a customer after a visit names their link, which asks them; where they were
   * asked lately it stays at that. The customer is locked.
   *
   * @param visit null for none
   */
  public void noteAsked(UUID customer, UUID visit) {
    Instant now = time.now();
    if (lastNear(customer, now).isEmpty()) {
      write(new FeedbackRequest(null, customer, visit, now, caller.name(), now));
    }
  }

  private FeedbackRequest write(FeedbackRequest request) {
    requests.persistAndFlush(request);
    audit.changed(
        "feedback.requested",
        "feedback-request",
        request.id,
        request.customerId,
        null,
        FeedbackRequestView.of(request));
    ingestion.ingest(List.of(request.toChange()), Map.of(), database.roundTrip());
    return request;
  }

  private Optional<Instant> lastNear(UUID customer, Instant at) {
    return requests.lastBetween(customer, at.minus(notAgainWithin), at.plus(notAgainWithin));
  }

  /** Neither shortly before nor, where an earlier request is written down now, shortly after. */
  private void mustNotHaveBeenAsked(UUID customer, Instant at) {
    Optional<Instant> last = lastNear(customer, at);
    if (last.isPresent()) {
      Instant possibleAt = last.get().plus(notAgainWithin);
      throw FeedbackProblem.ASKED_LATELY
          .start()
          .withDetail(
              "This customer was asked at %s, and is not asked again within %d days. It is possible again at %s."
                  .formatted(last.get(), notAgainWithin.toDays(), possibleAt))
          .with("askedAt", last.get())
          .with("possibleAt", possibleAt)
          .build();
    }
  }
}
