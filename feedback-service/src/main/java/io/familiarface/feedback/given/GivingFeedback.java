package io.familiarface.feedback.given;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.TakingNews;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.Ids;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Somebody writes down what a customer said. */
@ApplicationScoped
class GivingFeedback {
  private final FeedbackStore store;
  private final Customers customers;
  private final Visits visits;
  private final TakingNews news;
  private final FeedPublisher feed;
  private final AuditTrail audit;
  private final BusinessTime time;
  private final Caller caller;

  GivingFeedback(
      FeedbackStore store,
      Customers customers,
      Visits visits,
      TakingNews news,
      FeedPublisher feed,
      AuditTrail audit,
      BusinessTime time,
      Caller caller) {
    this.store = store;
    this.customers = customers;
    this.visits = visits;
    this.news = news;
    this.feed = feed;
    this.audit = audit;
    this.time = time;
    this.caller = caller;
  }

  Feedback give(NewFeedback given) {
    CustomerCopy customer = customers.meant(given.customerId(), given.customerExternalId());
    Instant at = time.ofFact(given.at(), "/at");
    if (given.saysNothing()) {
      throw CommonProblem.INVALID_REQUEST.at("", "Say something: csat, nps, effort or text.");
    }
    if (given.externalId() != null && !store.byExternalIds(List.of(given.externalId())).isEmpty()) {
      throw FeedbackProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "There is feedback " + given.externalId() + " already.");
    }
    Feedback feedback =
        new Feedback(
            Ids.next(),
            given.externalId(),
            customer.id(),
            visits.meant(given.visitId(), given.visitExternalId(), customer.id()),
            at,
            given.kind() == null ? FeedbackKind.SURVEY : given.kind(),
            given.csat(),
            given.nps(),
            given.effort(),
            given.text(),
            caller.name(),
            time.now(),
            1);
    keep(null, feedback);
    news.take(List.of(feedback.toChange()));
    return feedback;
  }

  /** Stores it and tells of it; the caller sees to the assessment. */
  void keep(Feedback before, Feedback after) {
    store.save(after);
    audit.changed(
        before == null ? "feedback.given" : "feedback.corrected",
        "feedback",
        after.id(),
        after.customerId(),
        before,
        after);
    feed.publish(
        "feedback",
        "io.familiarface.feedback.given",
        after.customerId(),
        after.at(),
        FeedbackGivenEvent.of(after));
  }
}
