package io.familiarface.feedback.feedback;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.imports.CustomerRecord;
import io.familiarface.risk.signal.FeedbackGiven;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** What a customer said. */
@Entity
class Feedback extends CustomerRecord {
  @Embedded FeedbackDetails details;

  protected Feedback() {}

  Feedback(String externalId, UUID customerId, FeedbackDetails details, String by, Instant now) {
    super(externalId, customerId, by, now);
    this.details = details;
  }

  /** Says whether that changed anything. */
  boolean update(FeedbackDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    return changed;
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
