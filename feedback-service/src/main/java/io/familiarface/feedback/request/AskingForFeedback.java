package io.familiarface.feedback.request;

import io.familiarface.database.Database;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
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
  /** Who makes a link and writes down that they asked does both within this time. */
  static final Duration ONE_ASKING = Duration.ofDays(1);

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
    mustNotHaveBeenLetGo(customer);
    Instant at = time.ofFact(asked.at(), "/at");
    if (asked.externalId() != null && requests.isTaken(asked.externalId())) {
      throw CommonProblem.externalIdTaken("request", asked.externalId());
    }
    UUID visit = visits.resolve(asked.visitId(), asked.visitExternalId(), customer.id());
    FeedbackRequest request =
        new FeedbackRequest(
            asked.externalId(), customer.id(), visit, at, caller.name(), time.now());
    Optional<FeedbackRequest> noted =
        requests.notedBetween(customer.id(), at.minus(ONE_ASKING), at.plus(ONE_ASKING));
    if (noted.isPresent()) {
      FeedbackRequestView before = FeedbackRequestView.of(noted.get());
      SignalChange known = noted.get().toChange();
      noted.get().writeDown(request);
      return write(before, noted.get(), Map.of(known.id(), known));
    }
    mustNotHaveBeenAsked(customer.id(), at);
    return write(null, request, Map.of());
  }

  /**
   * A customer is given a link, which asks them; where they were asked lately it stays at that, and
   * whom the company has let go a service asks nothing. The customer is locked.
   *
   * @param visit null for none
   * @return when they were asked lately; empty where the link asks them, or nobody
   */
  public Optional<Instant> noteAsked(CustomerCopy customer, UUID visit) {
    boolean byService = caller.is(Role.SERVICE);
    if (byService && customer.isLetGo()) {
      return Optional.empty();
    }
    mustNotHaveBeenLetGo(customer);
    Instant now = time.now();
    Optional<Instant> lately = lastNear(customer.id(), now);
    if (lately.isEmpty()) {
      FeedbackRequest request =
          new FeedbackRequest(null, customer.id(), visit, now, caller.name(), now);
      // What a service leaves behind nobody writes down once more.
      request.byLink = !byService;
      write(null, request, Map.of());
    }
    return lately;
  }

  /** As {@link #noteAsked}, but whoever was asked lately is not asked, which is said. */
  public void askByLink(CustomerCopy customer, UUID visit) {
    mustNotHaveBeenLetGo(customer);
    mustNotHaveBeenAsked(customer.id(), time.now());
    noteAsked(customer, visit);
  }

  private FeedbackRequest write(
      FeedbackRequestView before,
      FeedbackRequest request,
      Map<SignalChange.Id, SignalChange> known) {
    requests.persistAndFlush(request);
    audit.changed(
        "feedback.requested",
        "feedback-request",
        request.id,
        request.customerId,
        before,
        FeedbackRequestView.of(request));
    ingestion.ingest(List.of(request.toChange()), known, database.roundTrip());
    return request;
  }

  private Optional<Instant> lastNear(UUID customer, Instant at) {
    return requests.lastBetween(customer, at.minus(notAgainWithin), at.plus(notAgainWithin));
  }

  private static void mustNotHaveBeenLetGo(CustomerCopy customer) {
    if (customer.isLetGo()) {
      throw FeedbackProblem.CUSTOMER_LET_GO.because(
          "The company has let this customer go, and asks them nothing any more. A case of theirs is"
              + " mended all the same, with its own link.");
    }
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
