package io.familiarface.feedback.complaint;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.feed.FeedPublisher;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores a complaint as it now is, and tells of it. */
@ApplicationScoped
class KeepingComplaints {
  private final ComplaintStore store;
  private final ComplaintRules rules;
  private final FeedPublisher feed;
  private final AuditTrail audit;

  KeepingComplaints(
      ComplaintStore store, ComplaintRules rules, FeedPublisher feed, AuditTrail audit) {
    this.store = store;
    this.rules = rules;
    this.feed = feed;
    this.audit = audit;
  }

  /**
   * The caller sees to the assessment of the customer.
   *
   * @param before null for a new complaint
   */
  void keep(Complaint before, Complaint after) {
    rules.mustHold(after);
    store.save(after);
    audit.changed(
        before == null ? "complaint.received" : "complaint.changed",
        "complaint",
        after.id(),
        after.customerId(),
        before,
        after);
    ComplaintChanged event = ComplaintChanged.of(after);
    feed.publish(
        "feedback", "io.familiarface.complaint.changed", after.customerId(), event.at(), event);
  }
}
