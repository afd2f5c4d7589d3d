package io.familiarface.feedback.complaint;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.feed.FeedPublisher;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes a complaint as it now is. */
@ApplicationScoped
class ComplaintRecorder {
  private final FeedPublisher feed;
  private final AuditTrail audit;

  ComplaintRecorder(FeedPublisher feed, AuditTrail audit) {
    this.feed = feed;
    this.audit = audit;
  }

  /**
   * The caller sees to the assessment of the customer.
   *
   * @param before null for a new complaint
   */
  void record(ComplaintView before, Complaint after) {
    audit.changed(
        before == null ? "complaint.received" : "complaint.changed",
        "complaint",
        after.id,
        after.customerId,
        before,
        ComplaintView.of(after));
    feed.publish(
        "feedback",
        "io.familiarface.complaint.changed",
        after.customerId,
        after.details.latestAt(),
        ComplaintChanged.of(after));
  }
}
