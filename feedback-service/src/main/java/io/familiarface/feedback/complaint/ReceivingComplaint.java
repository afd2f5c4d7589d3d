package io.familiarface.feedback.complaint;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.TakingNews;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.Ids;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** A customer complains. */
@ApplicationScoped
class ReceivingComplaint {
  private final ComplaintStore store;
  private final KeepingComplaints keeping;
  private final Customers customers;
  private final Visits visits;
  private final TakingNews news;
  private final BusinessTime time;
  private final Caller caller;

  ReceivingComplaint(
      ComplaintStore store,
      KeepingComplaints keeping,
      Customers customers,
      Visits visits,
      TakingNews news,
      BusinessTime time,
      Caller caller) {
    this.store = store;
    this.keeping = keeping;
    this.customers = customers;
    this.visits = visits;
    this.news = news;
    this.time = time;
    this.caller = caller;
  }

  Complaint receive(NewComplaint received) {
    CustomerCopy customer = customers.meant(received.customerId(), received.customerExternalId());
    Instant at = time.ofFact(received.receivedAt(), "/receivedAt");
    String key = received.externalId();
    if (key != null && !store.byExternalIds(List.of(key)).isEmpty()) {
      throw FeedbackProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "There is a complaint " + key + " already.");
    }
    Complaint complaint =
        new Complaint(
            Ids.next(),
            key,
            customer.id(),
            visits.meant(received.visitId(), received.visitExternalId(), customer.id()),
            received.severity(),
            received.cause(),
            received.text(),
            at,
            null,
            null,
            null,
            caller.name(),
            time.now(),
            1);
    keeping.keep(null, complaint);
    news.take(ComplaintSignals.of(null, complaint));
    return complaint;
  }
}
