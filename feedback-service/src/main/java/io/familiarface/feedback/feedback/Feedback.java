package io.familiarface.feedback.feedback;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.recording.CustomerRecord;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.risk.signal.FeedbackGiven;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** What a customer said. */
@Entity
class Feedback extends CustomerRecord {
  @Embedded FeedbackDetails details;

  protected Feedback() {}

  Feedback(Origin origin, FeedbackDetails details) {
    super(origin);
    this.details = details;
  }

  /** Says whether that changed anything. */
  boolean update(FeedbackDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    return changed;
  }

  @Override
  protected String text() {
    return details.text();
  }

  SignalChange toChange() {
    return SignalChange.happened(
        customerId,
        SignalSource.FEEDBACK,
        version,
        new FeedbackGiven(
            id, details.at(), details.visitId(), details.csat(), details.nps(), details.effort()));
  }
}
