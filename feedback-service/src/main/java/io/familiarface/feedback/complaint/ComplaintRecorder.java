package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.feed.FeedPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
    audit(before == null ? "complaint.received" : "complaint.changed", before, after);
    publish(after, after.details.latestAt());
  }

  /** As above, of a step of its case. */
  void record(ComplaintView before, Complaint after, CaseStepView step) {
    audit.changed(
        "complaint." + step.step().name().toLowerCase(Locale.ROOT),
        "complaint",
        after.id,
        after.customerId,
        before,
        new CaseView(ComplaintView.of(after), null, List.of(step), List.of()));
    publish(after, step.at());
    if (step.step() == CaseStep.DELIVERY) {
      feed.publish(
          "feedback",
          "io.familiarface.remedy.delivered",
          after.customerId,
          step.at(),
          RemedyDelivered.of(after));
    }
  }

  /** The customer answered on the page of their case. */
  void answered(ComplaintView before, Complaint after, CaseAnswerView answer) {
    audit.changed(
        "complaint.answered",
        "complaint",
        after.id,
        after.customerId,
        before,
        new CaseView(ComplaintView.of(after), null, List.of(), List.of(answer)));
    publish(after, answer.at());
  }

  /** What is due was late, and went to somebody else. */
  void escalated(ComplaintView before, Complaint after) {
    audit("complaint.escalated", before, after);
    feed.publish(
        "feedback",
        "io.familiarface.complaint.escalated",
        after.customerId,
        after.recovery.next().escalatedAt(),
        CaseEscalated.of(after));
  }

  private void audit(String action, ComplaintView before, Complaint after) {
    audit.changed(action, "complaint", after.id, after.customerId, before, ComplaintView.of(after));
  }

  private void publish(Complaint complaint, Instant at) {
    feed.publish(
        "feedback",
        "io.familiarface.complaint.changed",
        complaint.customerId,
        at,
        ComplaintChanged.of(complaint));
  }
}
